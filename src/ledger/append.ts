import { canonical } from '../story/entry.ts';
import { type End, hashOf } from './chain.ts';
import { type Ledger, write } from './ledger.ts';
import { type Person, personIn } from './people.ts';
import type { Draft, Revision } from './revision.ts';
import { revisionOf } from './revisions.ts';
import type { Trx } from './tables.ts';
import { writeWitness } from './witness.ts';

export type Entered = Draft & {
  readonly key: string;
  readonly by: Person;
  readonly approvedBy: Person | undefined;
  readonly undoes: number | undefined;
  /** The proposal that becomes a revision with it. */
  readonly proposal: number | undefined;
};

/**
 * `again`: the same interaction had been entered before. `behind`: the ledger has gone on since, and whoever wants to
 * write has to look first. `closed`: the proposal no longer waits.
 */
export type Appended =
  | { readonly is: 'appended' | 'again'; readonly revision: Revision }
  | { readonly is: 'behind' | 'closed' };

/** Enters a revision after the one that was seen last, or says why not: all of it in one transaction, or nothing. */
export const append = async (ledger: Ledger, after: End, entered: Entered): Promise<Appended> => {
  const appended = await write(ledger, (trx) => enter(ledger, trx, after, entered));
  if (appended.is === 'appended')
    await writeWitness(ledger.witness, { ledger: ledger.id, ...appended.revision });
  return appended;
};

const enter = async (
  { engine, now }: Ledger,
  trx: Trx,
  after: End,
  { key, by, approvedBy, undoes, why, changes, proposal }: Entered,
): Promise<Appended> => {
  const done = await trx.selectFrom('revision').selectAll().where('key', '=', key).executeTakeFirst();
  if (done !== undefined) return { is: 'again', revision: revisionOf(done) };
  const head = await trx.selectFrom('head').selectAll().executeTakeFirstOrThrow();
  if (head.seq !== after.seq || head.hash !== after.hash) return { is: 'behind' };
  const seq = head.seq + 1;
  if (proposal !== undefined) {
    const { numUpdatedRows } = await trx
      .updateTable('proposal')
      .set({ state: 'published', revision: seq, acted: key })
      .where('id', '=', proposal)
      .where('state', '=', 'open')
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return { is: 'closed' };
  }
  const row = {
    seq,
    key,
    by: await personIn(trx, by),
    approved_by: approvedBy === undefined ? null : await personIn(trx, approvedBy),
    at: now().toISOString(),
    why,
    changes: canonical(changes),
    undoes: undoes ?? null,
    prev: head.hash,
  };
  const hash = hashOf(row);
  await trx
    .insertInto('revision')
    .values({ ...row, hash })
    .execute();
  const touched = new Map(changes.map(({ entry, id }) => [`${entry} ${id}`, { entry, id, seq }]));
  await trx
    .insertInto('touch')
    .values([...touched.values()])
    .execute();
  await trx.updateTable('head').set({ seq, hash }).execute();
  await engine.announce(trx);
  return { is: 'appended', revision: revisionOf({ ...row, hash }) };
};
