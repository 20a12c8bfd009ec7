/** What is wrong with a story, where, and in words that its curator understands. */
export type Problem = {
  /** `facts.yaml`. */
  readonly file: string;
  /** The keys that lead to the place, from the top of the file. */
  readonly at: readonly (string | number)[];
  readonly message: string;
  /** Where the file is at hand: counted from 1. */
  readonly line?: number | undefined;
};

/** One line for a curator: `facts.yaml, line 12 · facts › lamp-lit › asOf: is no day of the calendar`. */
export const problemLine = ({ file, at, message, line }: Problem): string =>
  `${file}${line === undefined ? '' : `, line ${line}`} · ${at.join(' › ')}${at.length > 0 ? ': ' : ''}${message}`;
