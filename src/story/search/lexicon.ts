import type { Actor, Story } from '../model.ts';
import type { English } from './english.ts';
import { type Names, nameAt, namesOf } from './names.ts';
import { spelledOut } from './shorthand.ts';
import { type Speller, speller } from './spelling.ts';
import { thesaurus } from './thesaurus.ts';
import { unmasked } from './unmask.ts';
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

/** No more words of one question are repaired: nobody misspells more and still means to be understood. */
const MOST_REPAIRS = 6;

/** What was typed in haste may say several words each: no more are looked at. */
const MOST_WORDS = 80;

/** Words as long as this are known again with two slips in them. */
const LONG = 9;

/** What words count as in one story, and what misspelt ones were meant to be. */
export type Lexicon = {
  /** The tokens of a wording that a curator wrote: nothing is misspelt there. Learns its words. */
  readonly tokensOf: (wording: string) => string[];
  /** The words of a question; `freely` where it made no sense as it stands: then words may be names misheard. */
  readonly read: (text: string, freely?: 'freely') => Word[];
  readonly actorOf: (token: string) => Actor | undefined;
  /** Forgets the words whose tokens no wording holds any more, but for names and synonyms. */
  readonly forget: (isHeld: (token: string) => boolean) => void;
  /** Whether a word is part of the name of one of the story's actors. */
  readonly isOfName: (word: string) => boolean;
  /** The words of the story, each with its token. */
  readonly vocabulary: ReadonlyMap<string, string>;
};

/** A lexicon that goes on from the words of an earlier one, where the story's names and synonyms are the same. */
export const lexicon = (story: Story, english: English, before?: Lexicon): Lexicon => {
  const names = namesOf(story);
  const tokenOf = tokens(story);
  const vocabulary = new Map(before?.vocabulary);
  const known = new Set(vocabulary.values());
  const learn = (word: string): string => {
    const learnt = vocabulary.get(word);
    if (learnt !== undefined) return learnt;
    const token = tokenOf(word);
    vocabulary.set(word, token);
    known.add(token);
    return token;
  };
  const lasting = new Set([...names.words, ...story.synonyms.flat()]);
  for (const word of lasting) learn(word);
  for (const id of story.actors.keys()) known.add(`@${id}`);

  let spell: ((typed: string) => string | undefined) | undefined;
  let guess: Guess | undefined;
  return {
    vocabulary,
    isOfName: (word) => names.words.has(word),
    tokensOf: (wording) => {
      spell = undefined;
      const words = spelledOut(wordsOf(names.setApart(wording)));
      const tokens: string[] = [];
      for (let at = 0; at < words.length; at++) {
        const token = learn(words[at] ?? '');
        const name = nameAt(names, words, at);
        tokens.push(name === undefined ? token : `@${name.actor.id}`);
        at += (name?.length ?? 1) - 1;
      }
      return tokens;
    },
    read: (text, freely) => {
      spell ??= spelling(vocabulary, names, english, tokenOf, known);
      if (freely !== undefined) guess ??= guessing(story, vocabulary);
      const typed = spelledOut(wordsOf(names.setApart(text.normalize('NFKD').toLowerCase()))).slice(
        0,
        MOST_WORDS,
      );
      return meaning(typed, names, tokenOf, spell, vocabulary, freely === undefined ? undefined : guess);
    },
    actorOf: (token) => (token.startsWith('@') ? story.actors.get(token.slice(1)) : undefined),
    forget: (isHeld) => {
      for (const [word, token] of vocabulary)
        if (!isHeld(token) && !lasting.has(word)) {
          vocabulary.delete(word);
          known.delete(token);
        }
      for (const token of vocabulary.values()) known.add(token);
    },
  };
};

/** Synonyms of the story come before those of the language. */
const tokens = ({ synonyms }: Story): ((word: string) => string) => {
  const rows = synonyms.map((row) => [row[0] ?? '', row] as const);
  const first = new Map(rows.flatMap(([head, row]) => row.map((word) => [stem(word), stem(head)] as const)));
  const general = new Map([...thesaurus].map(([word, head]) => [word, stem(head)] as const));
  return (word) => {
    const own = first.get(stem(word));
    if (own !== undefined) return own;
    const head = general.get(word) ?? general.get(stem(word)) ?? stem(word);
    return first.get(head) ?? head;
  };
};

type Run = { readonly at: number; readonly length: number; readonly actor: Actor | undefined };

/** A row of words cut into names and single words. */
const runs = (names: Names, words: readonly string[]): Run[] => {
  const found: Run[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(names, words, at);
    found.push({ at, length: name?.length ?? 1, actor: name?.actor });
    at += name?.length ?? 1;
  }
  return found;
};

/** What a single typed word was meant to be, where it is not a word as it stands. */
const spelling = (
  vocabulary: ReadonlyMap<string, string>,
  names: Names,
  english: English,
  tokenOf: (word: string) => string,
  known: ReadonlySet<string>,
): ((typed: string) => string | undefined) => {
  const ofStory: Speller = speller(vocabulary.keys());
  const ofNames: Speller = speller(names.words);
  const ofLong: Speller = speller([...vocabulary.keys()].filter((word) => word.length >= LONG));
  const ofEnglish: Speller = speller(english.everyday);
  const isWord = (word: string) => vocabulary.has(word) || known.has(tokenOf(word)) || english.isWord(word);
  return (typed) => {
    if (vocabulary.has(typed) || known.has(tokenOf(typed)) || english.rankOf(typed) !== undefined)
      return undefined;
    const plain = unmasked(typed).find((word) => word.length >= 3 && isWord(word));
    if (plain !== undefined) return plain;
    // A rare word is a word all the same, unless it is a name with one slip in it.
    if (english.isWord(typed)) return typed.length > 4 ? ofNames(typed, 1) : undefined;
    const [readable = typed] = unmasked(typed);
    // Of what is as near, a name was meant. Two slips make another word of most words: only a name is known again by what is left.
    return (
      ofNames(readable, 1) ??
      ofStory(readable, 1) ??
      ofEnglish(readable, 1) ??
      ofNames(readable) ??
      ofLong(readable)
    );
  };
};

/** What the words at a place may have been, although they are words as they stand; and how many of them. */
type Guess = (
  typed: readonly string[],
  at: number,
) => { readonly length: number; readonly meant: string } | undefined;

/** A phone makes other words of names, and of words of the story that are one letter off. */
const guessing = (story: Story, vocabulary: ReadonlyMap<string, string>): Guess => {
  const heard = namesOf(story, (actor) => actor.heard);
  const ofStory = speller(vocabulary.keys());
  const ofNames = speller([...namesOf(story).words].filter((word) => word.length >= 7));
  return (typed, at) => {
    const name = nameAt(heard, typed, at);
    if (name !== undefined) return { length: name.length, meant: wordsOf(name.actor.name).join(' ') };
    const word = typed[at] ?? '';
    const next = typed[at + 1];
    const areForeign = next !== undefined && !vocabulary.has(word) && !vocabulary.has(next);
    const joined = areForeign ? ofNames(`${word}${next}`) : undefined;
    if (joined !== undefined) return { length: 2, meant: joined };
    const meant = vocabulary.has(word) || word.length < 5 ? undefined : ofStory(word, 1);
    return meant === undefined ? undefined : { length: 1, meant };
  };
};

/** Joins a name that was typed apart, repairs what was misspelt, and puts the words of each name together. */
const meaning = (
  typed: readonly string[],
  names: Names,
  tokenOf: (word: string) => string,
  spell: (typed: string) => string | undefined,
  vocabulary: ReadonlyMap<string, string>,
  guess: Guess | undefined,
): Word[] => {
  let repairs = 0;
  const words: { readonly typed: string; readonly meant: string }[] = [];
  for (let i = 0; i < typed.length; i++) {
    const word = typed[i] ?? '';
    const guessed = guess?.(typed, i);
    if (guessed !== undefined) {
      const [first = '', ...more] = guessed.meant.split(' ');
      words.push({ typed: typed.slice(i, i + guessed.length).join(' '), meant: first });
      words.push(...more.map((meant) => ({ typed: '', meant })));
      i += guessed.length - 1;
      continue;
    }
    const joined = `${word}${typed[i + 1] ?? ''}`;
    const isApart =
      i + 1 < typed.length && joined.length >= 6 && names.words.has(joined) && !names.words.has(word);
    if (isApart) {
      words.push({ typed: `${word} ${typed[i + 1]}`, meant: joined });
      i++;
      continue;
    }
    const isKnown = vocabulary.has(word);
    const meant = isKnown || repairs >= MOST_REPAIRS ? undefined : spell(word);
    if (meant !== undefined) repairs++;
    words.push({ typed: word, meant: meant ?? word });
  }
  const meants = words.map(({ meant }) => meant);
  return runs(names, meants).map(({ at, length, actor }) => {
    const run = words.slice(at, at + length);
    const as = run
      .map((word) => word.typed)
      .join(' ')
      .trim();
    const meant = run.map((word) => word.meant).join(' ');
    const token = actor === undefined ? tokenOf(meant) : `@${actor.id}`;
    return meant === as ? { typed: as, token } : { typed: as, token, repaired: meant };
  });
};
