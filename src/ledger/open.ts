import { join } from 'node:path';
import { Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import { type Ledger, patiently } from './ledger.ts';
import { migrate } from './migrate.ts';
import { postgres } from './postgres.ts';
import type { Revision } from './revision.ts';
import { sqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';
import { verify } from './verify.ts';
import { readWitness, writeWitness } from './witness.ts';

/** Where a ledger is kept: in a folder, or at the address of a PostgreSQL server. */
export type Place = {
  readonly folder: string;
  readonly url: string | undefined;
  readonly now: () => Date;
};

/** `damaged`: what it says is not to be told. `away`: it may be back in a while. */
export type Opened =
  | { readonly is: 'open'; readonly ledger: Ledger; readonly revisions: readonly Revision[] }
  | { readonly is: 'damaged' | 'away'; readonly why: string };

/** The file in which it is noted where the ledger ended. */
export const witnessOf = ({ folder, url }: Pick<Place, 'folder' | 'url'>): string =>
  join(folder, url === undefined ? 'ledger.head' : 'ledger-postgres.head');

/** Opens a ledger, or makes a new one; brings its tables up to date; and looks through all of it before a word is believed. */
export const openLedger = async (place: Place): Promise<Opened> => {
  const engine = engineFor(place);
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const ledger = { engine, db, witness: witnessOf(place), now: place.now };
  const opened = await open(ledger);
  if (opened.is !== 'open') await closeLedger(ledger);
  return opened;
};

export const engineFor = ({ folder, url }: Pick<Place, 'folder' | 'url'>): Engine =>
  url === undefined ? sqlite(join(folder, 'ledger.db')) : postgres(url);

export const closeLedger = async ({ db, engine }: Pick<Ledger, 'db' | 'engine'>): Promise<void> => {
  await db.destroy().catch(() => {});
  await engine.close();
};

const open = async (ledger: Omit<Ledger, 'id'>): Promise<Opened> => {
  const { db, engine, witness: file } = ledger;
  try {
    await patiently(engine, () => migrate(db));
    const witness = await readWitness(file);
    const verified = await patiently(engine, () => verify(ledger, witness));
    if (verified.is === 'damaged')
      return {
        is: 'damaged',
        why: `${verified.why} (${engine.place}). Where it was put back on purpose, delete ${file}`,
      };
    const { id, revisions, hash } = verified;
    await writeWitness(file, { ledger: id, seq: revisions.length, hash });
    return { is: 'open', ledger: { ...ledger, id }, revisions };
  } catch (error) {
    const trouble = engine.judge(error);
    if (trouble.is !== 'bug') return { is: trouble.is === 'damaged' ? 'damaged' : 'away', why: trouble.why };
    if (isOfNewer(error)) return { is: 'damaged', why: 'it was written by a newer version of the bot' };
    throw error;
  }
};

/** kysely's own words for tables that went further than we know. */
const isOfNewer = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('corrupted migrations');
