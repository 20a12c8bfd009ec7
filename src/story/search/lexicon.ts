import type { Actor, Story } from '../model.ts';
import type { English } from './english.ts';
import { spelledOut } from './shorthand.ts';
import { nearest } from './spelling.ts';
import { telling } from './weight.ts';
import { stem, wordsOf } from './words.ts';

/** A word of a question, and what search takes it for. */
export type Word = {
  /** As it was typed, in small letters. */
  readonly typed: string;
  /** What it counts as: a stem, the first of its synonyms, or an actor (`@` and its id). */
  readonly token: string;
  /** The word that it was taken for, where it was misspelt. */
  readonly repaired?: string;
};

/** The words of one story: what they count as, and which of them a misspelt one was meant to be. */
export type Lexicon = {
  readonly read: (text: string) => Word[];
  readonly knows: (token: string) => boolean;
  readonly actorOf: (token: string) => Actor | undefined;
  /** How much a token says by itself, whatever the story: between 0 and 1. */
  readonly telling: (token: string) => number;
  /** The words of the story that begin so. */
  readonly endingsOf: (beginning: string) => string[];
};

export const lexicon = (story: Story, wordings: readonly string[], english: English): Lexicon => {
  const names = namesOf(story);
  const tokenOf = tokens(story);
  const vocabulary = vocabularyOf(story, wordings, names, tokenOf);
  const known = new Set([...vocabulary.values(), ...[...story.actors.keys()].map((id) => `@${id}`)]);
  // The commonest form of a word tells how much it says; a synonym says as much as the word that it stands for.
  const told = new Map<string, number>();
  for (const [word, token] of vocabulary)
    if (stem(word) === token) told.set(token, Math.min(told.get(token) ?? 1, telling(english, word)));
  const candidates = [...vocabulary.keys(), ...english.everyday];

  const spell = (typed: string): Spelled => {
    const isWord = vocabulary.has(typed) || known.has(tokenOf(typed)) || english.isWord(typed);
    return { typed, meant: (isWord ? undefined : nearest(typed, candidates)) ?? typed };
  };
  const apart = names.nonLatin.map((name) => [name, ` ${name} `] as const);
  const read = (text: string): Word[] => {
    const plain = text.normalize('NFKD').toLowerCase();
    const spaced = apart.reduce((so, [name, between]) => so.replaceAll(name, between), plain);
    return nameRuns(wordsOf(spaced).flatMap(spelledOut).map(spell), names, tokenOf);
  };
  return {
    read,
    knows: (token) => known.has(token),
    actorOf: (token) => (token.startsWith('@') ? story.actors.get(token.slice(1)) : undefined),
    telling: (token) => (token.startsWith('@') ? 1 : (told.get(token) ?? telling(english, token))),
    endingsOf: (beginning) => [...vocabulary.keys()].filter((word) => word.startsWith(beginning)),
  };
};

type Spelled = { readonly typed: string; readonly meant: string };

/** An actor's names are one word to search, however many words they have. */
type Name = { readonly words: readonly string[]; readonly actor: Actor };

type Names = {
  /** By their first word; of those, the longest first: the name of a newspaper is not read as that of its city. */
  readonly by: ReadonlyMap<string, readonly Name[]>;
  /** In scripts that put no spaces between words. */
  readonly nonLatin: readonly string[];
};

const namesOf = (story: Story): Names => {
  const all = [...story.actors.values()]
    .flatMap((actor) => [actor.name, ...actor.also].map((name) => ({ words: wordsOf(name), actor })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);
  return {
    by: Map.groupBy(all, ({ words }) => words[0] ?? ''),
    nonLatin: all.flatMap(({ words }) => words).filter((word) => /[^\p{Script=Latin}\d]/u.test(word)),
  };
};

const tokens = ({ synonyms }: Story): ((word: string) => string) => {
  const first = new Map(
    synonyms.flatMap((row) => row.map((word) => [stem(word), stem(row[0] ?? word)] as const)),
  );
  return (word) => first.get(stem(word)) ?? stem(word);
};

const vocabularyOf = (
  { synonyms }: Story,
  wordings: readonly string[],
  names: Names,
  tokenOf: (word: string) => string,
): Map<string, string> => {
  const named = [...names.by.values()].flat().flatMap(({ words }) => words);
  return new Map(
    [...wordings.flatMap(wordsOf), ...named, ...synonyms.flat()].map((word) => [word, tokenOf(word)]),
  );
};

/** Puts the words of each name together. */
const nameRuns = (words: readonly Spelled[], { by }: Names, tokenOf: (word: string) => string): Word[] => {
  const found: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const fits = ({ words: parts }: Name) => parts.every((part, j) => words[i + j]?.meant === part);
    const name = by.get(words[i]?.meant ?? '')?.find(fits);
    const run = words.slice(i, i + (name?.words.length ?? 1));
    const typed = run.map((word) => word.typed).join(' ');
    const meant = run.map((word) => word.meant).join(' ');
    const token = name === undefined ? tokenOf(meant) : `@${name.actor.id}`;
    found.push(meant === typed ? { typed, token } : { typed, token, repaired: meant });
    i += run.length;
  }
  return found;
};
