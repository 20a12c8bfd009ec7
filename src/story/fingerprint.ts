import { createHash } from 'node:crypto';

/** Words that one mark covers: short enough to place a short quote, long enough not to be guessed. */
const RUN = 4;

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll(/[’‘]/g, "'")
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, ''))
    .filter((word) => word !== '');

const markOf = (words: readonly string[]): string =>
  createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 8);

const marksOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(0, Math.max(0, words.length - RUN + 1)).map((_, i) => markOf(words.slice(i, i + RUN)));
};

/**
 * For each line of a text, the marks of all its runs of four words. They show later that a quote stands
 * in a line, letter case included, while the text itself need not be published.
 */
export const fingerprint = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => marksOf(line).join(' '));

/** Whether the words stand in that line (counted from 1), one after the other. Fewer than four words cannot be shown to. */
export const standsIn = (lines: readonly string[], line: number, quote: string): boolean => {
  const marks = marksOf(quote).join(' ');
  return marks !== '' && ` ${lines[line - 1] ?? ''} `.includes(` ${marks} `);
};
