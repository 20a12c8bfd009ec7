import type { Mark } from '../exam/mark.ts';

/** What one retriever was measured to take and to do at one size, in a process of its own. */
export type Measured = {
  readonly buildMs: number;
  /** Of its memory, what the index takes; and what it has grown to once everything was asked. */
  readonly builtMb: number;
  readonly askedMb: number;
  readonly p50: number;
  readonly p99: number;
  /** In the order in which they were asked, which is always the same; fewer where time ran out. */
  readonly marks: readonly Mark[];
  readonly questions: number;
  /** Only of our own. */
  readonly more?:
    | {
        readonly suggestP50: number;
        readonly suggestP99: number;
        readonly correctionMs: number;
        /** The longest that others wait while it is taken over. */
        readonly heldMs: number;
        /** The slowest paste of 6,000 characters. */
        readonly pasteMs: number;
      }
    | undefined;
};

/** Of the questions that the record answers, the percentage that this is true of. */
export const percentOf = (marks: readonly Mark[], has: (one: Mark) => boolean): number => {
  const answerable = marks.filter(({ isAnswerable }) => isAnswerable);
  return (100 * answerable.filter(has).length) / answerable.length;
};

export const rightFirst = (marks: readonly Mark[]): number =>
  percentOf(marks, ({ outcome }) => outcome === 'right');

/** How many points of right-first the unrelated facts cost, on the questions that were asked with them. */
export const cost = (alone: readonly Mark[], among: readonly Mark[]): number =>
  rightFirst(alone.slice(0, among.length)) - rightFirst(among);
