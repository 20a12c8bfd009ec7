import type { Actor, Fact, Story } from './model.ts';
import { wordsOf } from './search/words.ts';

/** The facts in which an actor is named, in the order of the book. */
export const factsNaming = (story: Story, actor: Actor): Fact[] => {
  const names = [actor.name, ...actor.also].map((name) => ` ${wordsOf(name).join(' ')} `);
  return [...story.facts.values()].filter(({ text }) => {
    const words = ` ${wordsOf(text).join(' ')} `;
    return names.some((name) => words.includes(name));
  });
};
