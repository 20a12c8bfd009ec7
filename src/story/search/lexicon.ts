import { distance } from 'fastest-levenshtein';
import type { Actor, Story } from '../model.ts';
import { type English, spelledOut } from './english.ts';
import { telling } from './weight.ts';
import { stem, wordsOf } from './words.ts';

/** A word of a question, and what search takes it for. */
export type Word = {
  /** As it was typed, in small letters. */
  readonly typed: string;
  /** What it counts as: a stem, the first of its synonyms, or an actor (`@` and its id). */
  readonly token: string;
  /** The word of the story that it was taken for, where it was misspelt. */
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

/** An actor's names are one word to search, however many words they have. */
type Name = { readonly words: readonly string[]; readonly actor: Actor };

export const lexicon = (story: Story, wordings: readonly string[], english: English): Lexicon => {
  const names = namesOf(story);
  const synonyms = new Map(
    story.synonyms.flatMap((row) => row.map((word) => [stem(word), stem(row[0] ?? word)] as const)),
  );
  const tokenOf = (word: string) => synonyms.get(stem(word)) ?? stem(word);

  const vocabulary = new Map(wordings.flatMap(wordsOf).map((word) => [word, tokenOf(word)]));
  for (const { words } of names)
    for (const word of words) vocabulary.set(word, vocabulary.get(word) ?? tokenOf(word));
  for (const word of synonyms.keys()) vocabulary.set(word, tokenOf(word));
  const tokens = new Set([...vocabulary.values(), ...names.map(({ actor }) => `@${actor.id}`)]);

  const repair = (word: string): string | undefined =>
    vocabulary.has(word) || tokens.has(tokenOf(word)) || english.rankOf(word) !== undefined
      ? undefined
      : nearest(word, [...vocabulary.keys(), ...english.everyday]);

  const tellings = new Map<string, number>();
  for (const [word, token] of vocabulary)
    tellings.set(token, Math.max(tellings.get(token) ?? 0, telling(english, word)));

  const nonLatin = [...new Set(names.flatMap(({ words }) => words))].filter((word) =>
    /[^\p{Script=Latin}\d]/u.test(word),
  );

  const read = (text: string): Word[] => {
    const spaced = nonLatin.reduce(
      (so, name) => so.replaceAll(name, ` ${name} `),
      text.normalize('NFKD').toLowerCase(),
    );
    const words = wordsOf(spaced)
      .flatMap(spelledOut)
      .map((typed) => ({ typed, repaired: repair(typed) }));
    const found: Word[] = [];
    for (let i = 0; i < words.length; ) {
      const name = names.find(({ words: parts }) =>
        parts.every((part, j) => (words[i + j]?.repaired ?? words[i + j]?.typed) === part),
      );
      const run = words.slice(i, i + (name?.words.length ?? 1));
      const typed = run.map((word) => word.typed).join(' ');
      const meant = run.map((word) => word.repaired ?? word.typed).join(' ');
      const token = name === undefined ? tokenOf(meant) : `@${name.actor.id}`;
      found.push(meant === typed ? { typed, token } : { typed, token, repaired: meant });
      i += run.length;
    }
    return found;
  };

  return {
    read,
    knows: (token) => tokens.has(token),
    telling: (token) => (token.startsWith('@') ? 1 : (tellings.get(token) ?? telling(english, token))),
    endingsOf: (beginning) => [...vocabulary.keys()].filter((word) => word.startsWith(beginning)),
    actorOf: (token) => (token.startsWith('@') ? story.actors.get(token.slice(1)) : undefined),
  };
};

/** Longest first, so that the name of a newspaper is not read as that of its city. */
const namesOf = (story: Story): Name[] =>
  [...story.actors.values()]
    .flatMap((actor) => [actor.name, ...actor.also].map((name) => ({ words: wordsOf(name), actor })))
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.words.length - a.words.length);

/** The one word of the story that lies nearest, if it lies near: one slip in a short word, two in a long one. */
const nearest = (word: string, vocabulary: Iterable<string>): string | undefined => {
  if (word.length < 3 || /\d/.test(word)) return undefined;
  let best: { readonly known: string; readonly slips: number } | undefined;
  for (const known of vocabulary) {
    if (known.length < 4 || Math.abs(known.length - word.length) > 2) continue;
    if (word.length === 3 && word[0] !== known[0]) continue;
    const slips = isSwap(word, known) ? 1 : distance(word, known);
    const allowed = Math.min(word.length, known.length) >= 6 ? 2 : 1;
    const other = word[0] === known[0] ? 0 : 0.5;
    if (slips <= allowed && slips + other < (best?.slips ?? Number.POSITIVE_INFINITY))
      best = { known, slips: slips + other };
  }
  return best?.known;
};

/** `huwaei` for `huawei`: two neighbours that changed places are one slip. */
const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};
