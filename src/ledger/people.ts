import type { Ledger } from './ledger.ts';
import { write } from './ledger.ts';
import { numberIn } from './numbers.ts';
import type { Db, Trx } from './tables.ts';

/** Somebody by Discord's id, and what he is called now. */
export type Person = { readonly id: string; readonly name: string };

/** The row of somebody: a new one for whoever has none, or had himself erased. */
export const personIn = async (trx: Trx, { id, name }: Person): Promise<number> => {
  const found = await trx.selectFrom('person').selectAll().where('user', '=', id).executeTakeFirst();
  if (found === undefined) {
    const key = await numberIn(trx);
    await trx.insertInto('person').values({ key, user: id, name }).execute();
    return key;
  }
  if (found.name !== name)
    await trx.updateTable('person').set({ name }).where('key', '=', found.key).execute();
  return found.key;
};

/** The people behind some rows. Whoever was erased is not among them. */
export const peopleBehind = async (
  db: Db,
  keys: readonly (number | null)[],
): Promise<ReadonlyMap<number | null, Person>> => {
  const wanted = [...new Set(keys)].filter((key) => key !== null);
  if (wanted.length === 0) return new Map();
  const rows = await db.selectFrom('person').selectAll().where('key', 'in', wanted).execute();
  return new Map(
    rows.flatMap(({ key, user, name }) => (user === null ? [] : [[key, { id: user, name: name ?? '' }]])),
  );
};

/** Takes somebody out of the ledger: who he is, what he waits for, what he proposed and nobody took up. Tells in how many places he stood. */
export const erasePerson = async (ledger: Ledger, user: string): Promise<number> => {
  const places = await write(ledger, async (trx) => {
    const waiting = await trx.deleteFrom('waiting').where('user', '=', user).executeTakeFirst();
    const person = await trx.selectFrom('person').select('key').where('user', '=', user).executeTakeFirst();
    if (person === undefined) return Number(waiting.numDeletedRows);
    const { key } = person;
    const revisions = await trx
      .selectFrom('revision')
      .select('seq')
      .where((or) => or.or([or('by', '=', key), or('approved_by', '=', key)]))
      .execute();
    const proposals = await trx
      .selectFrom('proposal')
      .select('id')
      .where((or) => or.or([or('author', '=', key), or('reviewer', '=', key)]))
      .execute();
    await trx
      .updateTable('proposal')
      .set({ state: 'withdrawn' })
      .where('author', '=', key)
      .where('state', 'in', ['open', 'sent-back'])
      .execute();
    const claims = await trx
      .updateTable('question')
      .set({ claimed_by: null, state: 'open' })
      .where('claimed_by', '=', key)
      .where('state', '=', 'claimed')
      .executeTakeFirst();
    const drafts = await trx.deleteFrom('draft').where('person', '=', key).executeTakeFirst();
    await trx.updateTable('person').set({ user: null, name: null }).where('key', '=', key).execute();
    return (
      1 +
      revisions.length +
      proposals.length +
      Number(waiting.numDeletedRows) +
      Number(drafts.numDeletedRows) +
      Number(claims.numUpdatedRows)
    );
  });
  await ledger.engine.scrub(ledger.db);
  return places;
};
