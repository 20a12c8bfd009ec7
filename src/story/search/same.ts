import { clean } from './clean.ts';
import type { Index } from './index.ts';

/** Words that tell less of what is meant than this are left out. */
const TELLING = 0.4;

/** The same text for questions that mean the same to search: the words that tell something, in whatever order and form. */
export const sameAs = (index: Index, typed: string): string => {
  const text = clean(typed);
  const words = index.lexicon.read(index.interpret(text)?.english ?? text);
  const tokens = [...new Set(words.map(({ token }) => token))].sort();
  const telling = tokens.filter((token) => index.weightOf(token) >= TELLING);
  return (telling.length > 0 ? telling : tokens).join(' ');
};
