import type { Fact, Story } from '../model.ts';
import type { Lexicon } from './lexicon.ts';
import { stem } from './words.ts';

/** The corrections of what a question takes for granted, going by its tokens. */
export type Premises = (tokens: ReadonlySet<string>) => readonly Fact[];

/** A word that says less than this need not be said for something to be taken for granted. */
const TELLING = 0.15;

/** They weigh nothing, and change everything. */
const quantifiers = new Set(['all', 'every', 'each', 'none', 'never', 'only', 'no', 'not'].map(stem));

export const premises = (story: Story, lexicon: Lexicon, weightOf: (token: string) => number): Premises => {
  const taken = story.premises.flatMap(({ taken: ways, corrected }) =>
    ways.map((way) => ({
      tokens: new Set(
        lexicon
          .read(way)
          .flatMap(({ token }) => (weightOf(token) >= TELLING || quantifiers.has(token) ? [token] : [])),
      ),
      corrected,
    })),
  );
  return (tokens) => [
    ...new Set(
      taken
        .filter((one) => one.tokens.size > 0 && one.tokens.isSubsetOf(tokens))
        .map(({ corrected }) => corrected),
    ),
  ];
};
