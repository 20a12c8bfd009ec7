import { type Insertable, Kysely } from 'kysely';
import { refuse } from '../refusal.ts';
import type { Engine } from './engine.ts';
import { atOneMoment } from './ledger.ts';
import { migrate } from './migrate.ts';
import { closeLedger } from './open.ts';
import type { Db, Tables } from './tables.ts';

/** Every table, those first on which others lean; last the row that says where the ledger ends. */
const tables = [
  'person',
  'revision',
  'touch',
  'proposal',
  'draft',
  'question',
  'waiting',
  'mark',
  'reason',
  'follower',
  'tally',
  'head',
] as const satisfies readonly (keyof Tables)[];

/** Rows in one statement: databases bear only so many values. */
const AT_ONCE = 100;

/** Copies a ledger, as it stands at one moment, into a new one, in whatever database. Refuses one that holds anything. */
export const copyLedger = async (
  from: { readonly db: Db; readonly engine: Engine },
  engine: Engine,
): Promise<void> => {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    await migrate(db);
    const rows = await atOneMoment(from, async (trx) => {
      const all = tables.map(
        async (name) => [name, await trx.selectFrom(name).selectAll().execute()] as const,
      );
      return Promise.all(all);
    });
    await db.transaction().execute(async (trx) => {
      const { seq, made } = await trx.selectFrom('head').selectAll().executeTakeFirstOrThrow();
      if (seq > 0 || made > 0) return refuse(`There is a ledger already in ${engine.place}.`);
      await trx.deleteFrom('head').execute();
      for (const [name, some] of rows)
        for (let i = 0; i < some.length; i += AT_ONCE)
          await trx
            .insertInto(name)
            .values(some.slice(i, i + AT_ONCE) as Insertable<Tables[typeof name]>[])
            .execute();
    });
  } finally {
    await closeLedger({ db, engine });
  }
};
