import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';

/** How alike a question and a row of words are, going by what their words mean in English; each 0 to 1. */
export type Alike = {
  /** Word by word: each finds the one that is nearest to it on the other side. */
  readonly meant: number;
  /** All words together. */
  readonly whole: number;
};

/** Words less alike than this have nothing to do with each other. */
const RELATED = 0.4;

/** A longer question has said it all before: the words that weigh the most are enough. */
const WORDS = 16;

type Said = { readonly id: number | undefined; readonly number: number | undefined; readonly weight: number };

/** Of each of these rows, how alike it is to the question. */
export const alikeness = (
  index: Index,
  words: readonly Word[],
  rows: readonly number[],
): ReadonlyMap<number, Alike> => {
  const { vectors, wordNumbers } = index;
  const said = words
    .map(
      (word): Said => ({
        id: index.idOf(word.token),
        number: numberOf(index, word),
        weight: index.weightOf(word.token),
      }),
    )
    .filter(({ id, number, weight }) => weight >= 0.08 && (id !== undefined || number !== undefined))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WORDS);
  const whole = said.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const known = said.map(() => new Map<number, number>());
  const near = (at: number, token: number): number => {
    const one = said[at];
    if (one?.id === token) return 1;
    const before = known[at]?.get(token);
    if (before !== undefined) return before;
    const other = wordNumbers[token] ?? -1;
    const likeness = one?.number === undefined || other < 0 ? 0 : vectors.near(one.number, other);
    const counts = likeness < RELATED ? 0 : (likeness - RELATED / 2) / (1 - RELATED / 2);
    known[at]?.set(token, counts);
    return counts;
  };
  const directionOf = sumOf(index);
  const asked = directionOf(said.map(({ number, weight }) => [number ?? -1, weight] as const));
  return new Map(
    rows.map((row) => {
      const tokens = [...index.rows.tokensIn(row)];
      const best = said.map((_, i) => tokens.reduce((most, token) => Math.max(most, near(i, token)), 0));
      const covers = said.reduce((sum, { weight }, i) => sum + weight * (best[i] ?? 0), 0) / whole;
      const held =
        tokens.reduce((sum, token) => {
          const most = said.reduce((so, _, i) => Math.max(so, near(i, token)), 0);
          return sum + (index.rows.weights[token] ?? 0) * most;
        }, 0) / (index.rows.weight[row] || 1);
      const told = directionOf(
        tokens.map((token) => [wordNumbers[token] ?? -1, index.rows.weights[token] ?? 0] as const),
      );
      return [
        row,
        { meant: (2 * covers * held) / (covers + held || 1), whole: Math.max(0, cosine(asked, told)) },
      ];
    }),
  );
};

const numberOf = ({ vectors, lexicon }: Index, { typed, repaired, token }: Word): number | undefined =>
  lexicon.actorOf(token) === undefined ? vectors.numberOf(repaired ?? typed) : undefined;

const sumOf =
  ({ vectors }: Index) =>
  (parts: readonly (readonly [number, number])[]): Float64Array => {
    const sum = new Float64Array(vectors.dimensions);
    for (const [number, weight] of parts) if (number >= 0) vectors.addTo(sum, number, weight);
    return sum;
  };

const cosine = (a: Float64Array, b: Float64Array): number => {
  let [both, one, other] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    both += (a[i] ?? 0) * (b[i] ?? 0);
    one += (a[i] ?? 0) ** 2;
    other += (b[i] ?? 0) ** 2;
  }
  return both / (Math.sqrt(one * other) || 1);
};

export type Kin = { readonly id: number; readonly near: number };

/** Words of the story that mean nearly what a word means that it does not use, and how nearly. */
export const kinIn = (index: Index, { typed, repaired }: Word): Kin[] => {
  const { vectors, lexicon } = index;
  const number = vectors.numberOf(repaired ?? typed);
  if (number === undefined) return [];
  const best = new Map<number, number>();
  for (const other of vectors.kinOf(number)) {
    const id = index.idOf(lexicon.vocabulary.get(vectors.wordAt(other)) ?? '');
    const near = vectors.near(number, other);
    if (id !== undefined && near >= RELATED) best.set(id, Math.max(best.get(id) ?? 0, near));
  }
  return [...best].map(([id, near]) => ({ id, near })).slice(0, 4);
};
