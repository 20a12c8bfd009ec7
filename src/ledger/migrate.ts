import { type Migration, Migrator } from 'kysely/migration';
import * as ledger from './migrations/0001-ledger.ts';
import type { Db } from './tables.ts';

/** Every step from an empty database to the present tables. One that was released is never altered. */
const migrations: Readonly<Record<string, Migration>> = { '0001-ledger': ledger };

/** Brings the tables up to date, all steps or none; whoever comes second finds them done. */
export const migrate = async (db: Db): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};
