import { sql } from 'kysely';
import { ask, type Ledger, write } from './ledger.ts';
import { numberIn } from './numbers.ts';

/** A fact in one wording. */
export type Worded = { readonly fact: string; readonly stamp: string };

export type Marked = Worded & {
  readonly id: number;
  /** How often it was marked wrong since that was last settled. */
  readonly count: number;
  readonly reasons: readonly string[];
  readonly last: string;
};

const MOST_REASONS = 20;
const LONGEST_REASON = 300;

/** Counts what somebody says of a fact; of whoever said it nothing is kept. */
export const countMark = (
  ledger: Ledger,
  { fact, stamp }: Worded,
  as: { readonly is: 'helpful' } | { readonly is: 'wrong'; readonly reason: string },
): Promise<void> =>
  write(ledger, async (trx) => {
    const last = ledger.now().toISOString();
    const helpful = as.is === 'helpful' ? 1 : 0;
    const { id } = await trx
      .insertInto('mark')
      .values({
        id: await numberIn(trx),
        fact,
        stamp,
        helpful,
        wrong: 1 - helpful,
        open: 1 - helpful,
        last,
      })
      .onConflict((conflict) =>
        conflict.columns(['fact', 'stamp']).doUpdateSet({
          helpful: sql<number>`mark.helpful + ${sql.lit(helpful)}`,
          wrong: sql<number>`mark.wrong + ${sql.lit(1 - helpful)}`,
          open: sql<number>`mark.open + ${sql.lit(1 - helpful)}`,
          last,
        }),
      )
      .returning('id')
      .executeTakeFirstOrThrow();
    if (as.is === 'helpful' || as.reason.trim() === '') return;
    const text = as.reason.trim().slice(0, LONGEST_REASON);
    await trx
      .insertInto('reason')
      .values({ id: await numberIn(trx), mark: id, text })
      .execute();
    const kept = await trx
      .selectFrom('reason')
      .select('id')
      .where('mark', '=', id)
      .orderBy('id', 'desc')
      .limit(MOST_REASONS)
      .execute();
    await trx
      .deleteFrom('reason')
      .where('mark', '=', id)
      .where('id', '<', kept.at(-1)?.id ?? 0)
      .execute();
  });

/** What was marked wrong and is not settled, most often marked first. */
export const openMarks = (ledger: Ledger, most: number): Promise<Marked[]> =>
  ask(ledger, async (db) => {
    const rows = await db
      .selectFrom('mark')
      .selectAll()
      .where('open', '>', 0)
      .orderBy('open', 'desc')
      .orderBy('id')
      .limit(most)
      .execute();
    const ids = rows.map(({ id }) => id);
    const reasons =
      ids.length === 0
        ? []
        : await db.selectFrom('reason').selectAll().where('mark', 'in', ids).orderBy('id').execute();
    return rows.map(({ id, fact, stamp, open, last }) => ({
      id,
      fact,
      stamp,
      count: open,
      last,
      reasons: reasons.filter(({ mark }) => mark === id).map(({ text }) => text),
    }));
  });

/** Takes a mark off the work list; the numbers stay, the reasons go. */
export const settleMark = (ledger: Ledger, id: number): Promise<void> =>
  write(ledger, async (trx) => {
    await trx.updateTable('mark').set({ open: 0 }).where('id', '=', id).execute();
    await trx.deleteFrom('reason').where('mark', '=', id).execute();
  });

export const marksOf = (
  ledger: Ledger,
  fact: string,
): Promise<{ readonly helpful: number; readonly wrong: number }> =>
  ask(ledger, async (db) => {
    const rows = await db.selectFrom('mark').select(['helpful', 'wrong']).where('fact', '=', fact).execute();
    return {
      helpful: rows.reduce((sum, { helpful }) => sum + helpful, 0),
      wrong: rows.reduce((sum, { wrong }) => sum + wrong, 0),
    };
  });
