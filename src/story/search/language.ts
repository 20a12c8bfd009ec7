import type { Language, Story } from '../model.ts';
import type { English } from './english.ts';
import type { Lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

/** A question in another language: which, and what it says as far as the story's table has English for it. */
export type Reading = { readonly language: Language; readonly english: string };

/** Recognises a question in another language; nothing for one in English, or in a language that the story has no table of. */
export type Interpreter = (text: string) => Reading | undefined;

/** Of the words of a question, how many the table of a language must hold for it to be taken for that language. */
const ENOUGH = 0.5;

/** A word that so many people use in English speaks for English. */
const COMMON = 4000;

type Table = {
  readonly language: Language;
  readonly meanings: ReadonlyMap<string, string>;
  /** By the word, or the letter, with which entries begin: of how many the longest of them is. */
  readonly longest: ReadonlyMap<string, number>;
  /** Written without spaces: it is read letter by letter. */
  readonly isUnspaced: boolean;
};

export const interpreter = ({ languages }: Story, lexicon: Lexicon, english: English): Interpreter => {
  const tables = [...languages.values()].map(tableOf);
  const isEnglish = (word: string) =>
    lexicon.vocabulary.has(word) || (english.rankOf(word) ?? COMMON) < COMMON;
  return (text) => {
    const words = wordsOf(apart(text));
    const readings = tables.flatMap((table) => {
      const { matched, foreign, of, own, english: as } = translate(table, words, isEnglish);
      const isEnough = of > 0 && matched / of >= ENOUGH && foreign > 0;
      return isEnough ? [{ language: table.language, english: as, weight: foreign, own, matched }] : [];
    });
    const best = readings.sort((a, b) => b.weight - a.weight || b.matched - a.matched)[0];
    return best !== undefined && best.weight * 2 > best.own
      ? { language: best.language, english: best.english }
      : undefined;
  };
};

/** `l'entreprise` is two words, and so is `c'est`. */
const apart = (text: string): string => text.replace(/(\p{L})['’‘ʼ](?=\p{L})/gu, '$1 ');

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** One letter of such a script, or a whole run of another. */
const letters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

const tableOf = (language: Language): Table => {
  const meanings = new Map(
    [...language.words].map(([word, meaning]) => [wordsOf(apart(word)).join(' '), meaning] as const),
  );
  const isUnspaced = [...meanings.keys()].filter((word) => unspaced.test(word)).length * 2 > meanings.size;
  const longest = new Map<string, number>();
  for (const entry of meanings.keys()) {
    const pieces = piecesOf(entry.split(' '), isUnspaced);
    const [first = ''] = pieces;
    longest.set(first, Math.max(longest.get(first) ?? 0, pieces.length));
  }
  return { language, meanings, longest, isUnspaced };
};

/** What is looked up together: words, or of a script without spaces its letters. */
const piecesOf = (words: readonly string[], isUnspaced: boolean): readonly string[] =>
  isUnspaced ? words.flatMap((word) => (unspaced.test(word) ? (word.match(letters) ?? []) : [word])) : words;

/** How many words the table holds, how many of those are no English words, and what they say in English. */
const translate = (
  { meanings, longest, isUnspaced }: Table,
  words: readonly string[],
  isEnglish: (word: string) => boolean,
) => {
  const pieces = piecesOf(words, isUnspaced);
  const glue = isUnspaced ? '' : ' ';
  const said: string[] = [];
  let [matched, foreign, of, own] = [0, 0, 0, 0];
  for (let at = 0; at < pieces.length; ) {
    const length = lengthAt(meanings, pieces, at, longest, glue);
    const piece = pieces.slice(at, at + Math.max(length, 1));
    const isPlain = piece.every(isEnglish);
    if (length > 0) {
      matched += length;
      if (!isPlain) foreign += length;
      said.push(meanings.get(piece.join(glue)) ?? '');
    } else {
      said.push(piece.join(glue));
      if (isPlain) own += piece.length;
    }
    // A name is the same in every language: it speaks for none.
    of += length > 0 || !isPlain ? piece.length : 0.5;
    at += piece.length;
  }
  return { matched, foreign, of, own, english: said.filter((word) => word !== '').join(' ') };
};

const lengthAt = (
  meanings: ReadonlyMap<string, string>,
  pieces: readonly string[],
  at: number,
  longest: ReadonlyMap<string, number>,
  glue: string,
): number => {
  for (let length = Math.min(longest.get(pieces[at] ?? '') ?? 0, pieces.length - at); length > 0; length--)
    if (meanings.has(pieces.slice(at, at + length).join(glue))) return length;
  return 0;
};
