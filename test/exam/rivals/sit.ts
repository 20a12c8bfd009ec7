import { inChanceOrder } from '../chance.ts';
import { halfOf } from '../half.ts';
import { mark } from '../mark.ts';
import type { Answers } from '../open.ts';
import type { Question } from '../question.ts';
import type { Shown } from '../shown.ts';
import { marked, type Sat } from '../sit.ts';
import { cutOff } from './cut-off.ts';
import type { Found, Rival, Row } from './rival.ts';

const LONGEST = 400;

/** Whoever is still at it by then, in milliseconds, is asked no further question. */
const MOST_MS = 180_000;

/** A rival sits the same examination, in chance's order, or as much of it as it has time for: one answer or none, from the score that serves it best on the tuning half. */
export const sitRival = async (
  { build }: Rival,
  rows: readonly Row[],
  answers: Answers,
  questions: readonly Question[],
): Promise<Sat[]> => {
  const find = await build(rows);
  const tries: Try[] = [];
  const opened = performance.now();
  for (const question of inChanceOrder(questions)) {
    const began = performance.now();
    if (began - opened > MOST_MS) break;
    const found = await find(typedOf(question));
    tries.push({ question, found, ms: performance.now() - began });
  }
  return judged(tries, answers);
};

/** As much of a question as Discord lets a member type after `/ask`. */
export const typedOf = ({ ask }: Question): string => ask.slice(0, LONGEST);

/** What a rival found for a question. */
export type Try = { readonly question: Question; readonly found: Found | undefined; readonly ms: number };

/** What it found, as answers and misses, with the cut-off that serves it best on the tuning half. */
export const judged = (tries: readonly Try[], answers: Answers): Sat[] => {
  const cut = cutOff(
    tries.flatMap(({ question, found }) =>
      found === undefined || halfOf(question.ask) !== 'tuning'
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

/** A topic that is none of the story's is an answer too: a wrong one. */
const answerOf = (found: Found, answers: Answers): Shown =>
  answers.get(found.topic) ?? { ...missOf(found), is: 'answer', topics: [found.topic] };
