import type { Story } from '../../../src/story/model.ts';

/** One wording of a topic, as every rival gets it: its title, a phrasing, a fact. */
export type Row = { readonly topic: string; readonly text: string };

/** The row that a rival finds best; the greater the score, the surer it is. */
export type Found = { readonly topic: string; readonly score: number };

/** A search library as its own documentation would have it set up. */
export type Rival = {
  readonly name: string;
  readonly build: (rows: readonly Row[]) => Find | Promise<Find>;
};
export type Find = (question: string) => Found | undefined | Promise<Found | undefined>;

export const rowsOf = (story: Story): Row[] =>
  [...story.topics.values()].flatMap(({ id, title, asked, phrasings, facts }) =>
    [title, ...asked, ...phrasings, ...facts.map(({ text }) => text)].map((text) => ({ topic: id, text })),
  );
