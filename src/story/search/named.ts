import Fuse from 'fuse.js';
import { wordsOf } from './words.ts';

/** Something with a name, and other names that people use for it. */
export type Named = { readonly id: string; readonly name: string; readonly also?: readonly string[] };

/** No name is longer: a paste costs no more than these. */
const LONGEST = 80;

/** Those whose names are nearest to what was typed; all of them, in their own order, where nothing was. */
export const namedLike = <T extends Named>(things: readonly T[], typed: string): readonly T[] => {
  const text = wordsOf(typed.slice(0, LONGEST)).join(' ');
  if (text === '') return things;
  const exact = things.filter(
    ({ id, name, also = [] }) =>
      id === typed || [name, ...also].some((one) => wordsOf(one).join(' ') === text),
  );
  if (exact.length > 0) return exact;
  const fuse = new Fuse(things, {
    keys: ['name', 'also'],
    threshold: 0.35,
    ignoreLocation: true,
    ignoreDiacritics: true,
  });
  return fuse.search(text).map(({ item }) => item);
};
