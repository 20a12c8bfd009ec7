import { patternOf, type Question } from './question.ts';
import type { Shown } from './shown.ts';

/**
 * What came of a question. `right` where the record does not answer it: an honest miss. `offered`: a choice that holds
 * a right topic. `missed`: neither answer nor right choice, though there is an answer. `asked back`: a choice, though
 * there is none. `wrong`: anything else that was said of the story.
 */
export type Mark = {
  readonly outcome: 'right' | 'offered' | 'missed' | 'asked back' | 'wrong';
  readonly isAnswerable: boolean;
  readonly hasAbstained: boolean;
  /** Whether an honest miss is right. */
  readonly mayAbstain: boolean;
  /** Whether what it answered or offered first is right, whatever it decided. */
  readonly isNearest: boolean;
};

/** Marks a reply by what a careful reader would say of it. */
export const mark = (question: Question, shown: Shown): Mark => {
  const { right = [] } = question;
  const nearest = shown.topics[0] ?? shown.offers[0] ?? '';
  return {
    outcome: outcomeOf(question, shown),
    isAnswerable: right.length > 0,
    hasAbstained: shown.is === 'miss',
    mayAbstain: right.length === 0 || question.miss === 'fine',
    isNearest: right.includes(nearest),
  };
};

const outcomeOf = (question: Question, shown: Shown): Mark['outcome'] => {
  const { right = [], second = [] } = question;
  const isAnswerable = right.length > 0;
  switch (shown.is) {
    case 'bug':
      return 'wrong';
    case 'miss':
      return !isAnswerable || question.miss === 'fine' ? 'right' : 'missed';
    case 'choice':
      if (!isAnswerable) return 'asked back';
      return shown.offers.some((id) => right.includes(id) || second.includes(id)) ? 'offered' : 'missed';
    case 'answer':
      if (!isAnswerable || affirms(question, shown)) return 'wrong';
      if (isHalf(question, shown)) return 'missed';
      return faults(question, shown).length === 0 ? 'right' : 'wrong';
    default:
      return shown.is satisfies never;
  }
};

/** Why an answer is not the right one, a sentence each. */
export const faults = (question: Question, { topics, facts, cites, text }: Shown): string[] => {
  const { right = [], second = [], says = [], never = [] } = question;
  const has = (ids: readonly string[]) => topics.some((id) => ids.includes(id));
  const strays = topics.filter((id) => !right.includes(id) && !second.includes(id));
  return [
    ...(has(right) ? [] : ['no right topic']),
    ...(second.length === 0 || has(second) ? [] : ['the second question is not answered']),
    ...strays.map((id) => `${id} is not asked for`),
    ...says.filter((one) => !patternOf(one).test(facts)).map((one) => `does not say /${one}/`),
    ...never.filter((one) => patternOf(one).test(text)).map((one) => `says /${one}/`),
    ...(question.cites?.some((id) => cites.includes(id)) ? [] : ['cites none of the statements']),
  ];
};

const affirms = ({ never = [] }: Question, { text }: Shown): boolean =>
  never.some((one) => patternOf(one).test(text));

/** One of two questions answered, and nothing else said. */
const isHalf = ({ right = [], second = [] }: Question, { topics }: Shown): boolean => {
  const has = (ids: readonly string[]) => topics.some((id) => ids.includes(id));
  return (
    second.length > 0 &&
    has(right) !== has(second) &&
    topics.every((id) => right.includes(id) || second.includes(id))
  );
};
