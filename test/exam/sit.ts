import { type Half, halfOf } from './half.ts';
import { type Mark, mark } from './mark.ts';
import type { Question } from './question.ts';
import type { Bot, Shown } from './shown.ts';

/** One question that was asked, what came, and the mark. */
export type Sat = {
  readonly question: Question;
  readonly half: Half;
  readonly shown: Shown;
  readonly mark: Mark;
  readonly ms: number;
};

/** A bot sits the examination, one question after the other. */
export const sit = async (bot: Bot, questions: readonly Question[]): Promise<Sat[]> => {
  const sat: Sat[] = [];
  for (const question of questions) {
    const { ms, ...shown } = await bot.ask(question.ask, question.after);
    sat.push(marked(question, shown, ms));
  }
  return sat;
};

export const marked = (question: Question, shown: Shown, ms: number): Sat => ({
  question,
  half: halfOf(question.ask),
  shown,
  mark: mark(question, shown),
  ms,
});
