import { distances, type Distance } from './pairs.ts';
import type { Index } from './index.ts';

/** A word that stands in fewer rows than these is not trusted to tell whose it is. */
const DOUBT = 2;

/** What a topic's rows hold of a question. */
export type Votes = {
  /** In how many of them each token stands. */
  readonly holding: readonly number[];
  /** How strongly the words and pairs of words speak for the topic: each by how much of its use is there. 0 for none. */
  readonly votes: number;
};

type Pair = {
  readonly one: number;
  readonly other: number;
  readonly distance: Distance;
  readonly many: number;
  readonly counts: number;
};

/** Counts votes, topic by topic: `tokens` are those of the question in their order, nothing where one is unknown. */
export const voting = (
  { rows }: Index,
  ids: readonly number[],
  tokens: readonly (number | undefined)[],
  counts: (id: number) => number,
) => {
  const places = new Map(ids.map((id, i) => [id, i] as const));
  const pairs: Pair[] = [];
  const pairAt = distances.map(() => new Int16Array(ids.length * ids.length).fill(-1));
  for (const [d, distance] of distances.entries())
    for (let i = distance; i < tokens.length; i++) {
      const [one, other] = [tokens[i - distance], tokens[i]];
      if (one === undefined || other === undefined || one === other) continue;
      const at = (places.get(one) ?? 0) * ids.length + (places.get(other) ?? 0);
      const table = pairAt[d];
      if (table === undefined || table[at] !== -1) continue;
      table[at] = pairs.length;
      pairs.push({
        one,
        other,
        distance,
        many: rows.pairs(one, other, distance),
        counts: Math.min(counts(one), counts(other)),
      });
    }
  return (place: number): Votes => {
    const holding = ids.map(() => 0);
    const paired = pairs.map(() => 0);
    for (let row = rows.first[place] ?? 0; row < (rows.first[place + 1] ?? 0); row++) {
      let [before, last] = [-1, -1];
      for (const token of rows.tokensIn(row)) {
        const at = places.get(token) ?? -1;
        if (at >= 0) {
          holding[at] = (holding[at] ?? 0) + 1;
          for (const [d, earlier] of [last, before].entries()) {
            const pair = earlier < 0 ? -1 : (pairAt[d]?.[earlier * ids.length + at] ?? -1);
            if (pair >= 0) paired[pair] = (paired[pair] ?? 0) + 1;
          }
        }
        before = last;
        last = at;
      }
    }
    const ofWords = ids.reduce(
      (sum, id, i) => sum + counts(id) * vote(holding[i] ?? 0, rows.rowsWith(id).length),
      0,
    );
    return {
      holding,
      votes: pairs.reduce((sum, pair, i) => sum + pair.counts * vote(paired[i] ?? 0, pair.many), ofWords),
    };
  };
};

/** Of all rows that hold something, the more are a topic's own, the more it speaks for that topic. */
const vote = (own: number, all: number): number => (own === 0 ? 0 : -Math.log(1 - own / (Math.max(all, own) + DOUBT)));
