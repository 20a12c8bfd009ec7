import { halfOf } from '../half.ts';
import { mark } from '../mark.ts';
import type { Answers } from '../open.ts';
import type { Question } from '../question.ts';
import type { Shown } from '../shown.ts';
import { marked, type Sat } from '../sit.ts';
import { cutOff } from './cut-off.ts';
import type { Found, Rival, Row } from './rival.ts';

/** As much as Discord lets a member type after `/ask`. */
const LONGEST = 400;

/** A rival sits the same examination: one answer or none, from the score that serves it best on the tuning half. */
export const sitRival = async (
  { build }: Rival,
  rows: readonly Row[],
  answers: Answers,
  questions: readonly Question[],
): Promise<Sat[]> => {
  const find = await build(rows);
  const tries = [];
  for (const question of questions) {
    const began = performance.now();
    const found = await find(question.ask.slice(0, LONGEST));
    tries.push({ question, found, ms: performance.now() - began });
  }
  const cut = cutOff(
    tries
      .filter(({ question }) => halfOf(question.ask) === 'tuning')
      .flatMap(({ question, found }) =>
        found === undefined
          ? []
          : {
              score: found.score,
              answered: mark(question, answerOf(found, answers)),
              missed: mark(question, missOf(found)),
            },
      ),
  );
  return tries.map(({ question, found, ms }) =>
    marked(
      question,
      found !== undefined && found.score >= cut ? answerOf(found, answers) : missOf(found),
      ms,
    ),
  );
};

const missOf = (found: Found | undefined): Shown => ({
  is: 'miss',
  topics: [],
  offers: found === undefined ? [] : [found.topic],
  cites: [],
  facts: '',
  text: '',
});

const answerOf = (found: Found, answers: Answers): Shown => answers.get(found.topic) ?? missOf(found);
