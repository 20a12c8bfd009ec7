import type { Mark } from './mark.ts';

/** How many of how many. */
export type Share = { readonly of: number; readonly is: number };

export type Figures = {
  readonly questions: number;
  /** Of those that the record answers. */
  readonly rightFirst: Share;
  /** The same, and a choice that offers a right topic. */
  readonly any: Share;
  /** Of those that the record answers: what it answered or offered first is right. */
  readonly nearest: Share;
  /** Of all. */
  readonly wrong: Share;
  /** Of those that the record does not answer. */
  readonly falseAnswers: Share;
  readonly askedBack: Share;
  readonly abstention: Abstention;
};

/** How well it knows when to say nothing; a miss is what counts as saying so. */
export type Abstention = { readonly precision: number; readonly recall: number; readonly f1: number };

export const figures = (marks: readonly Mark[]): Figures => {
  const share = (among: readonly Mark[], has: (one: Mark) => boolean): Share => ({
    of: among.length,
    is: among.filter(has).length,
  });
  const answerable = marks.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = marks.filter(({ isAnswerable }) => !isAnswerable);
  return {
    questions: marks.length,
    rightFirst: share(answerable, ({ outcome }) => outcome === 'right'),
    any: share(answerable, ({ outcome }) => outcome === 'right' || outcome === 'offered'),
    nearest: share(answerable, ({ isNearest }) => isNearest),
    wrong: share(marks, ({ outcome }) => outcome === 'wrong'),
    falseAnswers: share(unanswerable, ({ outcome }) => outcome === 'wrong'),
    askedBack: share(unanswerable, ({ outcome }) => outcome === 'asked back'),
    abstention: abstention(marks),
  };
};

/** A choice is no miss. Where an answer and a miss are as right, neither is held against it. */
export const abstention = (marks: readonly Mark[]): Abstention => {
  const misses = marks.filter(({ hasAbstained }) => hasAbstained);
  const hits = misses.filter(({ mayAbstain }) => mayAbstain).length;
  const unsaid = marks.filter(({ isAnswerable, hasAbstained }) => !isAnswerable && !hasAbstained).length;
  return {
    precision: hits / misses.length,
    recall: hits / (hits + unsaid),
    f1: (2 * hits) / (hits + misses.length + unsaid),
  };
};
