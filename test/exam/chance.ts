import { createHash } from 'node:crypto';
import type { Question } from './question.ts';

/** Chance's order, and always the same: whoever runs out of time has been asked a fair sample. */
export const inChanceOrder = (questions: readonly Question[]): Question[] => {
  const keyOf = ({ ask }: Question) => createHash('sha256').update(ask).digest('hex');
  return questions.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
};
