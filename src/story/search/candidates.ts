import { type Index, isFact } from './index.ts';

/** No more topics are measured: what was asked for is hardly ever further away. */
const TOPICS = 12;
const SILENCES = 6;

/** Of each topic no more rows: how near the nearest few are is what counts. */
const ROWS = 5;

/** A question touches no more rows than these: where the story is large, its commonest words alone lead to none. */
const MOST_TOUCHED = 8_000;

/** A row that shares less than this part of what the best one shares is not looked at. */
const WORTH = 0.3;

/** Where the commonest words are not yet counted. */
const WORTH_SO_FAR = 0.2;

/** A topic that may be meant, and its rows that share the most with the question, nearest first. */
export type Candidate = { readonly place: number; readonly rows: readonly number[] };

/** The topics whose rows share the most weight with these tokens, best first. */
export const candidates = (
  index: Index,
  ids: readonly number[],
): { readonly topics: readonly Candidate[]; readonly silences: readonly Candidate[] } => {
  const { rows } = index;
  const whole = ids.reduce((sum, id) => sum + (rows.weights[id] ?? 0), 0) || 1;
  const wanted = ids
    .map((id) => ({ id, held: rows.rowsWith(id), weight: rows.weights[id] ?? 0 }))
    .sort((a, b) => a.held.length - b.held.length);

  const { shared, touched, asked } = index.scratch;
  let [count, read, steps] = [0, 0, 0];
  for (const { held, weight } of wanted) {
    if (read > 0 && steps + held.length > MOST_TOUCHED) break;
    const many = Math.min(held.length, MOST_TOUCHED);
    steps += many;
    for (let i = 0; i < many; i++) {
      const row = held[i] ?? 0;
      if (shared[row] === 0) touched[count++] = row;
      shared[row] = (shared[row] ?? 0) + weight;
    }
    read++;
  }
  let heaviest = 0;
  for (let i = 0; i < count; i++) heaviest = Math.max(heaviest, shared[touched[i] ?? 0] ?? 0);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    if ((shared[row] ?? 0) >= heaviest * WORTH_SO_FAR) touched[kept++] = row;
    else shared[row] = 0;
  }
  count = kept;

  const common = wanted.slice(read);
  for (const { id } of common) asked[id] = 1;
  for (let i = 0; common.length > 0 && i < count; i++) {
    const row = touched[i] ?? 0;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
      const id = rows.tokens[at] ?? 0;
      if (asked[id] === 1) shared[row] = (shared[row] ?? 0) + (rows.weights[id] ?? 0);
    }
  }
  for (const { id } of common) asked[id] = 0;

  let most = 0;
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const held = (shared[row] ?? 0) / (rows.weight[row] || 1);
    const score = ((shared[row] ?? 0) / whole) * 0.7 + Math.min(held, 1) * (isFact(rows, row) ? 0.1 : 0.3);
    shared[row] = score;
    if (score > most) most = score;
  }
  /** By topic or silence, its best rows, best first. */
  const nearest = new Map<number, Scored[]>();
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const score = shared[row] ?? 0;
    shared[row] = 0;
    if (score < most * WORTH) continue;
    const place = rows.topic[row] ?? 0;
    const found = nearest.get(place);
    if (found === undefined) nearest.set(place, [{ row, score }]);
    else keep(found, { row, score });
  }
  const ordered = [...nearest].sort(([, [a = NONE]], [, [b = NONE]]) => order(a, b));
  const listed = (isIn: (place: number) => boolean, many: number): Candidate[] =>
    ordered
      .filter(([place]) => isIn(place))
      .slice(0, many)
      .map(([place, best]) => ({ place, rows: best.map(({ row }) => row) }));
  const isTopic = (place: number) => place < index.topics.length;
  return {
    topics: listed(isTopic, TOPICS),
    silences: listed((place) => !isTopic(place), SILENCES),
  };
};

type Scored = { readonly row: number; readonly score: number };

const NONE: Scored = { row: 0, score: 0 };

/** The best first; of two as good, the one that was written first. */
const order = (a: Scored, b: Scored): number => b.score - a.score || a.row - b.row;

/** Puts a row among the best of its topic, if it is one of them. */
const keep = (best: Scored[], one: Scored): void => {
  let at = best.length;
  while (at > 0 && order(one, best[at - 1] ?? NONE) < 0) at--;
  if (at >= ROWS) return;
  best.splice(at, 0, one);
  if (best.length > ROWS) best.pop();
};
