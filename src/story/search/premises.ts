import type { Fact, Story } from '../model.ts';
import type { Lexicon } from './lexicon.ts';

/** The corrections of what a question takes for granted, going by its tokens. */
export type Premises = (tokens: ReadonlySet<string>) => readonly Fact[];

/** A word that says less than this need not be said for something to be taken for granted. */
const TELLING = 0.15;

export const premises = (story: Story, lexicon: Lexicon, weightOf: (token: string) => number): Premises => {
  const taken = story.premises.flatMap(({ taken: ways, corrected }) =>
    ways.map((way) => ({
      tokens: new Set(lexicon.read(way).flatMap(({ token }) => (weightOf(token) >= TELLING ? [token] : []))),
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
