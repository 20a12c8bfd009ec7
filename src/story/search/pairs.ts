import type { Postings } from './postings.ts';

/** Words of a row that follow each other at once, or with one word between them. */
export const distances = [1, 2] as const;
export type Distance = (typeof distances)[number];

/** In how many ways of asking two tokens follow each other so. Two pairs may share a place: both then count for commoner than they are. */
export type Pairs = (one: number, other: number, distance: Distance) => number;

/** Places in the table: plenty for a story, and a bound for a large one. */
const LEAST = 1 << 16;
const MOST = 1 << 23;

export const pairsIn = (
  { tokens, starts }: Postings,
  rows: number,
  isAsked: (row: number) => boolean,
): Pairs => {
  let places = LEAST;
  while (places < Math.min(4 * tokens.length, MOST)) places *= 2;
  const counts = new Uint16Array(places);
  const placeOf = (one: number, other: number, distance: Distance) => {
    const mixed = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b + 2 * distance);
    return (mixed ^ (mixed >>> 15)) & (places - 1);
  };
  for (let row = 0; row < rows; row++) {
    if (!isAsked(row)) continue;
    const [from, to] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    for (const distance of distances)
      for (let i = from + distance; i < to; i++) {
        const at = placeOf(tokens[i - distance] ?? 0, tokens[i] ?? 0, distance);
        if ((counts[at] ?? 0) < 0xffff) counts[at] = (counts[at] ?? 0) + 1;
      }
  }
  return (one, other, distance) => counts[placeOf(one, other, distance)] ?? 0;
};
