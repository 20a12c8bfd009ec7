import { ask, type Ledger, write } from './ledger.ts';
import { numberIn } from './numbers.ts';
import { type Person, personIn } from './people.ts';

/** Of one person; the oldest goes for a newer one. */
const MOST = 20;
const WEEK = 7 * 24 * 60 * 60_000;

/** Keeps what somebody has typed, in place of an own draft where it is named and still there; gives its number. */
export const keepDraft = (
  ledger: Ledger,
  {
    by,
    content,
    draft,
  }: { readonly by: Person; readonly content: string; readonly draft: number | undefined },
): Promise<number> =>
  write(ledger, async (trx) => {
    const now = ledger.now();
    const at = now.toISOString();
    await trx
      .deleteFrom('draft')
      .where('at', '<', new Date(now.getTime() - WEEK).toISOString())
      .execute();
    const person = await personIn(trx, by);
    const own = trx.selectFrom('draft').select('id').where('person', '=', person).orderBy('id', 'desc');
    if (draft !== undefined) {
      const { numUpdatedRows } = await trx
        .updateTable('draft')
        .set({ content, at })
        .where('id', '=', draft)
        .where('person', '=', person)
        .executeTakeFirst();
      if (numUpdatedRows === 1n) return draft;
    }
    const id = await numberIn(trx);
    await trx.insertInto('draft').values({ id, person, content, at }).execute();
    const [oldest] = await own.offset(MOST).limit(1).execute();
    if (oldest !== undefined)
      await trx.deleteFrom('draft').where('person', '=', person).where('id', '<=', oldest.id).execute();
    return id;
  });

export const draftOf = (ledger: Ledger, by: Person, id: number): Promise<string | undefined> =>
  ask(ledger, async (db) => {
    const row = await db
      .selectFrom('draft')
      .innerJoin('person', 'person.key', 'draft.person')
      .select('draft.content')
      .where('draft.id', '=', id)
      .where('person.user', '=', by.id)
      .executeTakeFirst();
    return row?.content;
  });

export const dropDraft = (ledger: Ledger, by: Person, id: number): Promise<void> =>
  write(ledger, async (trx) => {
    await trx
      .deleteFrom('draft')
      .where('id', '=', id)
      .where('person', 'in', (sub) => sub.selectFrom('person').select('person.key').where('user', '=', by.id))
      .execute();
  });
