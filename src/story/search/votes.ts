import { type Index, isFact } from './index.ts';

/** What stands in fewer rows than these is not trusted to tell whose it is. */
const DOUBT = 2;

/** So many rows with a pair of words, and it is no accident. */
const ACCIDENT = 1.5;

/** What a topic's rows hold of a question. */
export type Votes = {
  /** In how many of them each token stands. */
  readonly holding: readonly number[];
  /** How strongly the words, and pairs of them, speak for the topic: each by how much of its use is there. 0 for none. */
  readonly votes: number;
  /** How many of the words stand side by side in some of its rows, by their weight: 0 to 1. */
  readonly coupled: number;
  /** The same, by the share of its rows. */
  readonly coupledShare: number;
};

/** Words of a row that follow each other at once, or with one word between them. */
const distances = [1, 2] as const;

type Pair = {
  readonly one: number;
  readonly other: number;
  readonly distance: (typeof distances)[number];
};

/**
 * Counts the votes for the topics that may be meant, and for what the record is silent on, at these places: `tokens` are
 * those of the question in their order, nothing where one is unknown. Whatever else a story holds has no say.
 */
export const votesFor = (
  { rows, scratch }: Index,
  ids: readonly number[],
  tokens: readonly (number | undefined)[],
  counts: (id: number) => number,
  among: readonly number[],
): ReadonlyMap<number, Votes> => {
  const pairs = pairsOf(tokens);
  const placeOf = new Map(ids.map((id, i) => [id, i] as const));
  /** By the places of two tokens in `ids`, the number of their pair; -1 for none. */
  const next = new Int16Array(ids.length ** 2).fill(-1);
  const second = new Int16Array(ids.length ** 2).fill(-1);
  for (const [i, { one, other, distance }] of pairs.entries())
    (distance === 1 ? next : second)[(placeOf.get(one) ?? 0) * ids.length + (placeOf.get(other) ?? 0)] = i;
  const { asked } = scratch;
  for (const [i, id] of ids.entries()) asked[id] = i + 1;

  const holdings = among.map((place) => {
    const holding = ids.map(() => 0);
    const paired = pairs.map(() => 0);
    const to = rows.first[place + 1] ?? 0;
    for (let row = rows.first[place] ?? 0; row < to; row++) {
      const isAsked = !isFact(rows, row);
      let [before, last] = [-1, -1];
      const end = rows.starts[row + 1] ?? 0;
      for (let i = rows.starts[row] ?? 0; i < end; i++) {
        const at = (asked[rows.tokens[i] ?? 0] ?? 0) - 1;
        if (at >= 0) holding[at] = (holding[at] ?? 0) + 1;
        if (at >= 0 && isAsked) {
          const pair = last < 0 ? -1 : (next[last * ids.length + at] ?? -1);
          if (pair >= 0) paired[pair] = (paired[pair] ?? 0) + 1;
          const apart = before < 0 ? -1 : (second[before * ids.length + at] ?? -1);
          if (apart >= 0) paired[apart] = (paired[apart] ?? 0) + 1;
        }
        before = last;
        last = at;
      }
    }
    return { place, size: to - (rows.first[place] ?? 0), holding, paired };
  });
  for (const id of ids) asked[id] = 0;

  const allHolding = ids.map((_, i) => holdings.reduce((sum, { holding }) => sum + (holding[i] ?? 0), 0));
  const allPaired = pairs.map((_, i) => holdings.reduce((sum, { paired }) => sum + (paired[i] ?? 0), 0));
  const weigh = (id: number) => counts(id) * (rows.weights[id] ?? 0);
  const sideBySide = pairs.map(({ one, other, distance }) =>
    distance === 1 ? weigh(one) + weigh(other) : 0,
  );
  const whole = sideBySide.reduce((sum, weight) => sum + weight, 0) || 1;
  return new Map(
    holdings.map(({ place, size, holding, paired }) => {
      const ofWords = ids.map((id, i) => counts(id) * vote(holding[i] ?? 0, allHolding[i] ?? 0));
      const ofPairs = pairs.map(
        ({ one, other }, i) => Math.min(counts(one), counts(other)) * vote(paired[i] ?? 0, allPaired[i] ?? 0),
      );
      const coupledBy = (of: (many: number) => number) =>
        sideBySide.reduce((sum, weight, i) => sum + weight * of(paired[i] ?? 0), 0) / whole;
      return [
        place,
        {
          holding,
          votes: [...ofWords, ...ofPairs].reduce((sum, one) => sum + one, 0),
          coupled: coupledBy((many) => many / (many + ACCIDENT)),
          coupledShare: coupledBy((many) => many / size),
        },
      ];
    }),
  );
};

const pairsOf = (tokens: readonly (number | undefined)[]): Pair[] => {
  const found = new Map<string, Pair>();
  for (const distance of distances)
    for (const [i, other] of tokens.entries()) {
      const one = tokens[i - distance];
      if (one === undefined || other === undefined || one === other) continue;
      found.set(`${one} ${other} ${distance}`, { one, other, distance });
    }
  return [...found.values()];
};

/** Of all rows that hold something, the more are a topic's own, the more it speaks for that topic. */
const vote = (own: number, all: number): number => (own === 0 ? 0 : -Math.log(1 - own / (all + DOUBT)));
