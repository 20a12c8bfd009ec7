import type { Actor, Story } from '../model.ts';
import { wordsOf } from './words.ts';

type Name = { readonly words: readonly string[]; readonly actor: Actor };

/** The names that people use for the story's actors. */
export type Names = {
  /** By their first word; of those, the longest first: the name of a newspaper is not read as that of its city. */
  readonly by: ReadonlyMap<string, readonly Name[]>;
  readonly words: ReadonlySet<string>;
  /** Puts spaces around names in scripts that put none between words. */
  readonly setApart: (text: string) => string;
};

export const namesOf = (story: Story, among: (actor: Actor) => readonly string[] = called): Names => {
  const all = [...story.actors.values()]
    .flatMap((actor) => among(actor).map((name) => ({ words: wordsOf(name), actor })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  const words = new Set(all.flatMap((name) => name.words));
  const unspaced = [...words].filter((word) => /[^\p{Script=Latin}\d]/u.test(word));
  return {
    by: Map.groupBy(all, (name) => name.words[0] ?? ''),
    words,
    setApart: (text) =>
      /[\u0250-\uffff]/.test(text)
        ? unspaced.reduce((so, name) => so.replaceAll(name, ` ${name} `), text)
        : text,
  };
};

const called = ({ name, also }: Actor): readonly string[] => [name, ...also];

/** The longest name that begins at a place in a row of words, and how many of them it takes; nothing where none does. */
export const nameAt = (
  { by }: Names,
  words: readonly string[],
  at: number,
): { readonly actor: Actor; readonly length: number } | undefined => {
  const found = by
    .get(words[at] ?? '')
    ?.find((name) => name.words.every((part, i) => words[at + i] === part));
  return found && { actor: found.actor, length: found.words.length };
};
