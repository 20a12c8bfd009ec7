import { type Index, kinds } from './index.ts';

/** fuse.js reads every letter of what it is given, so it is given the rows that share the most with the question. */
const MOST = 30;

/** No topic takes up all of them. */
const MOST_A_TOPIC = 3;

/** A question touches no more rows than these: the commonest words are left out where the story is large. */
const MOST_TOUCHED = 60_000;

/** Kin are looked for among fewer. */
const MOST_KIN = 5_000;

/** What a word that is only kin to the one typed counts of it. */
const KIN = 0.6;

/** The rows that share the most weight with these tokens, best first; what is only kin to a token counts a little. */
export const candidates = (
  { rows }: Index,
  ids: readonly number[],
  kin: readonly { readonly id: number; readonly near: number }[],
): number[] => {
  const rare = ids.toSorted((a, b) => rows.rowsWith(a).length - rows.rowsWith(b).length);
  const whole = ids.reduce((sum, id) => sum + (rows.weights[id] ?? 0), 0) || 1;
  const shared = new Map<number, number>();
  let touched = 0;
  for (const id of rare) {
    const held = rows.rowsWith(id);
    touched += held.length;
    if (touched > MOST_TOUCHED && shared.size > 0) break;
    const weight = rows.weights[id] ?? 0;
    for (let i = 0; i < Math.min(held.length, MOST_TOUCHED); i++) {
      const row = held[i] ?? 0;
      shared.set(row, (shared.get(row) ?? 0) + weight);
    }
  }
  for (const { id, near } of kin) {
    const held = rows.rowsWith(id);
    if (held.length > MOST_KIN) continue;
    for (const row of held) shared.set(row, (shared.get(row) ?? 0) + (rows.weights[id] ?? 0) * near * KIN);
  }
  const scored: { readonly row: number; readonly score: number }[] = [];
  for (const [row, weight] of shared) {
    const held = weight / (rows.weight[row] || 1);
    scored.push({
      row,
      score: (weight / whole) * 0.7 + held * (kinds[rows.kind[row] ?? 0] === 'fact' ? 0.1 : 0.3),
    });
  }
  scored.sort((a, b) => b.score - a.score || a.row - b.row);
  const taken = new Map<number, number>();
  const found: number[] = [];
  for (const { row } of scored) {
    const topic = rows.topic[row] ?? 0;
    const before = taken.get(topic) ?? 0;
    if (before >= MOST_A_TOPIC) continue;
    taken.set(topic, before + 1);
    found.push(row);
    if (found.length === MOST) break;
  }
  return found;
};
