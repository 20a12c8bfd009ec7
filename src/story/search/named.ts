import Fuse from 'fuse.js';
import { nearest } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Something with a name, and other names that people use for it. */
export type Named = { readonly id: string; readonly name: string; readonly also?: readonly string[] };

/** No name is longer: a paste costs no more than these. */
const LONGEST = 100;

/**
 * Those that a typed name can mean: by id, by a whole name, by whole words of one, misspelt or not, or by the beginning
 * of one. Several where it is not clear; none where nobody is called so. It never guesses.
 */
export const namedBy = <T extends Named>(things: readonly T[], typed: string): readonly T[] => {
  const exact = things.filter(({ id }) => id === typed.trim());
  if (exact.length > 0) return exact;
  const words = wordsOf(typed.slice(0, LONGEST));
  if (words.length === 0) return [];
  const names = things.flatMap((thing) => namesOf(thing).map((name) => ({ thing, words: wordsOf(name) })));
  const known = new Set(names.flatMap((name) => name.words));
  const meant = words.map((word) => (known.has(word) ? word : (nearest(word, known) ?? word)));
  const whole = names.filter((name) => name.words.join(' ') === meant.join(' '));
  const part = names.filter(
    (name) => meant.length <= name.words.length && meant.every((word) => name.words.includes(word)),
  );
  const begun = names.filter((name) => name.words.join(' ').startsWith(words.join(' ')));
  const found = [whole, part, begun].find((some) => some.length > 0) ?? [];
  return [...new Set(found.map(({ thing }) => thing))];
};

/** Those whose names are like what is being typed, nearest first; all of them, in their own order, where nothing is. */
export const namedLike = <T extends Named>(things: readonly T[], typed: string): readonly T[] => {
  const text = wordsOf(typed.slice(0, LONGEST)).join(' ');
  if (text === '') return things;
  const fuse = new Fuse(things, {
    keys: ['name', 'also'],
    threshold: 0.35,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return [...new Set([...namedBy(things, typed), ...fuse.search(text).map(({ item }) => item)])];
};

const namesOf = ({ name, also = [] }: Named): readonly string[] => [name, ...also];
