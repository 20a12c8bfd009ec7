import type { Actor, Fact, Story } from './model.ts';
import { wordsOf } from './search/words.ts';

/** A text as names are sought in it: its words, with a space on either side of each. */
export const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `;

/** Whether a text names somebody, by whichever of the names; the text as `spaced` gives it. */
export const namer = ({ name, also }: Actor): ((words: string) => boolean) => {
  const names = [name, ...also].map(spaced);
  return (words) => names.some((one) => words.includes(one));
};

/** The facts in which an actor is named, in the order of the book. */
export const factsNaming = (story: Story, actor: Actor): Fact[] => {
  const isNamed = namer(actor);
  return [...story.facts.values()].filter(({ text }) => isNamed(spaced(text)));
};
