import { type Index, isFact } from './index.ts';
import type { Kin } from './meaning.ts';

/** No more topics are measured: what was asked for is hardly ever further away. */
const TOPICS = 12;
const SILENCES = 6;

/** Of each topic no more rows: how near the nearest few are is what counts. */
const ROWS = 5;

/** A question touches no more rows than these: where the story is large, the commonest words are left out. */
const MOST_TOUCHED = 5_000;

/** What a word that is only kin to the one typed counts of it. */
const KIN = 0.6;

/** A row that shares less than this part of what the best one shares is not looked at. */
const WORTH = 0.3;

/** A topic that may be meant, and its rows that share the most with the question, nearest first. */
export type Candidate = { readonly place: number; readonly rows: readonly number[] };

/** The topics whose rows share the most weight with these tokens, best first; what is only kin to a token counts less. */
export const candidates = (
  index: Index,
  ids: readonly number[],
  kin: readonly Kin[],
): { readonly topics: readonly Candidate[]; readonly silences: readonly Candidate[] } => {
  const { rows } = index;
  const whole = ids.reduce((sum, id) => sum + (rows.weights[id] ?? 0), 0) || 1;
  const wanted = [
    ...ids.map((id) => ({ id, times: 1 })),
    ...kin.map(({ id, near }) => ({ id, times: near * KIN })),
  ]
    .map(({ id, times }) => ({ held: rows.rowsWith(id), weight: (rows.weights[id] ?? 0) * times }))
    .sort((a, b) => a.held.length - b.held.length);

  const { shared, touched } = index.scratch;
  let count = 0;
  for (const { held, weight } of wanted) {
    if (count > 0 && count + held.length > MOST_TOUCHED) break;
    for (let i = 0; i < Math.min(held.length, MOST_TOUCHED); i++) {
      const row = held[i] ?? 0;
      if (shared[row] === 0) touched[count++] = row;
      shared[row] = (shared[row] ?? 0) + weight;
    }
  }

  let most = 0;
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const held = (shared[row] ?? 0) / (rows.weight[row] || 1);
    const score = ((shared[row] ?? 0) / whole) * 0.7 + Math.min(held, 1) * (isFact(rows, row) ? 0.1 : 0.3);
    shared[row] = score;
    if (score > most) most = score;
  }
  const worth: { readonly row: number; readonly score: number }[] = [];
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const score = shared[row] ?? 0;
    if (score >= most * WORTH) worth.push({ row, score });
    shared[row] = 0;
  }
  worth.sort((a, b) => b.score - a.score || a.row - b.row);

  const topics = new Map<number, number[]>();
  const silences = new Map<number, number[]>();
  for (const { row } of worth) {
    const place = rows.topic[row] ?? 0;
    const [found, most] = place < index.topics.length ? [topics, TOPICS] : [silences, SILENCES];
    const before = found.get(place);
    if (before === undefined && found.size < most) found.set(place, [row]);
    else if (before !== undefined && before.length < ROWS) before.push(row);
  }
  const listed = (found: ReadonlyMap<number, readonly number[]>) =>
    [...found].map(([place, best]) => ({ place, rows: best }));
  return { topics: listed(topics), silences: listed(silences) };
};
