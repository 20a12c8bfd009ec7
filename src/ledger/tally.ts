import { sql } from 'kysely';
import { ask, type Ledger, write } from './ledger.ts';

export type Counted = {
  readonly kind: string;
  readonly topic: string | undefined;
  readonly count: number;
};

const DAYS = 90;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Counts what happened, by day. Given together, it is one transaction for all. */
export const addTally = (ledger: Ledger, counted: readonly Counted[]): Promise<void> =>
  write(ledger, async (trx) => {
    const now = ledger.now();
    const day = dayOf(now);
    for (const { kind, topic = '', count } of counted)
      await trx
        .insertInto('tally')
        .values({ day, kind, topic, count })
        .onConflict((conflict) =>
          conflict
            .columns(['day', 'kind', 'topic'])
            .doUpdateSet({ count: sql<number>`tally.count + ${sql.lit(count)}` }),
        )
        .execute();
    const old = dayOf(new Date(now.getTime() - DAYS * 24 * 60 * 60_000));
    await trx.deleteFrom('tally').where('day', '<', old).execute();
  });

/** What was counted from a day on, all days together, the most first. */
export const tallySince = (ledger: Ledger, since: Date): Promise<Counted[]> =>
  ask(ledger, async (db) => {
    const rows = await db.selectFrom('tally').selectAll().where('day', '>=', dayOf(since)).execute();
    const sums = new Map<string, Counted>();
    for (const { kind, topic, count } of rows) {
      const name = `${kind} ${topic}`;
      const so = sums.get(name)?.count ?? 0;
      sums.set(name, { kind, topic: topic === '' ? undefined : topic, count: so + count });
    }
    return [...sums.values()].toSorted((a, b) => b.count - a.count);
  });
