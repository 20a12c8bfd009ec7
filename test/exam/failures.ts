import { faults } from './mark.ts';
import type { Question } from './question.ts';
import type { Sat } from './sit.ts';

/** The worst first: said what is wrong, then said nothing. */
const order = ['wrong', 'asked back', 'missed', 'offered'];

/** What went wrong on the tuning half, a few lines each. Of the reporting half nothing is ever shown. */
export const failures = (sat: readonly Sat[]): string[] =>
  sat
    .filter(({ half, mark }) => half === 'tuning' && mark.outcome !== 'right')
    .toSorted((a, b) => order.indexOf(a.mark.outcome) - order.indexOf(b.mark.outcome))
    .map(failure);

const failure = ({ question, shown, mark }: Sat): string =>
  [
    `${mark.outcome} · ${question.kind} · ${cut(question.ask)}`,
    ...(question.after === undefined ? [] : [`    after     ${question.after.map(cut).join(', ')}`]),
    `    expected  ${expected(question)}`,
    `    got       ${[shown.is, ...shown.topics].join(' ')}${shown.offers.length > 0 ? ` (offers ${shown.offers.join(', ')})` : ''}`,
    ...(shown.is === 'answer' && mark.isAnswerable
      ? [`    because   ${faults(question, shown).join('; ')}`]
      : []),
  ].join('\n');

/** Floods are recognized by their beginning. */
const cut = (text: string): string => JSON.stringify(text.length > 240 ? `${text.slice(0, 240)} …` : text);

const expected = ({ right, second, miss }: Question): string =>
  right === undefined
    ? 'a miss'
    : [right.join(' or '), ...(second === undefined ? [] : [second.join(' or ')])].join(', and ') +
      (miss === undefined ? '' : ', or a miss');
