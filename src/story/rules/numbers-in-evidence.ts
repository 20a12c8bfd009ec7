import { datesIn, months, type Parts, partsOf, type Written } from '../dates.ts';
import type { Fact, Statement } from '../model.ts';
import type { Rule } from './rule.ts';

const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The numbers of a text, spelled out or not. "One" is left out: it is seldom a count. */
const numbersIn = (text: string): string[] =>
  (text.toLowerCase().match(/\d[\d,.]*|\p{L}+/gu) ?? []).flatMap((word) => {
    if (/^\d/.test(word)) return [String(Number(word.replaceAll(',', '').replace(/\.$/, '')))];
    const number = spelled.indexOf(word);
    return number > 1 ? [String(number)] : [];
  });

const monthsIn = (text: string): string[] =>
  months
    .map((month) => month.toLowerCase())
    .filter((month) => month !== 'may' && text.toLowerCase().includes(month));

const statementsOf = ({ rests, against }: Fact): Statement[] => [...rests, ...against];

const figuresOf = (fact: Fact): Set<string> => {
  const texts = statementsOf(fact).flatMap(({ wording, on, source }) => [
    wording.text,
    source.title,
    on.replaceAll('-', ' '),
  ]);
  const ofDates = statementsOf(fact).flatMap(
    ({ on }) => months[(partsOf(on).month ?? 0) - 1]?.toLowerCase() ?? [],
  );
  return new Set([...texts.flatMap(numbersIn), ...texts.flatMap(monthsIn), ...ofDates]);
};

/** Day, month and year as they belong together. A wording that leaves out the year means that of its statement. */
const datesOf = (fact: Fact): Parts[] =>
  statementsOf(fact).flatMap(({ wording, on, source }) => [
    ...[on, source.date].map(partsOf),
    ...datesIn(wording.text).map((date) => ({ ...date, year: date.year ?? partsOf(on).year })),
    ...datesIn(source.title).map((date) => ({ ...date, year: date.year ?? partsOf(source.date).year })),
  ]);

const isOneOf = ({ year, month, day }: Written, dates: readonly Parts[]): boolean =>
  dates.some(
    (date) =>
      date.month === month &&
      (year === undefined || date.year === year) &&
      (day === undefined || date.day === day),
  );

const missingFrom = (fact: Fact): string[] => {
  const figures = figuresOf(fact);
  const missing = [...numbersIn(fact.text), ...monthsIn(fact.text)].filter((one) => !figures.has(one));
  const dates = datesOf(fact);
  const isHalfTold = ({ text }: Written) =>
    [...numbersIn(text), ...monthsIn(text)].some((one) => missing.includes(one));
  const wrong = datesIn(fact.text).filter((date) => !isOneOf(date, dates) && !isHalfTold(date));
  return [...missing, ...wrong.map(({ text }) => text)];
};

export const numbersInEvidence: Rule = {
  name: 'numbers-in-evidence',
  why: 'a figure or a date that no statement gives is a slip of the pen, or made up',
  check: ({ story }) =>
    [...story.facts.values()].flatMap((fact) => {
      const missing = missingFrom(fact);
      return missing.length === 0
        ? []
        : [
            {
              file: 'facts.yaml',
              at: ['facts', fact.id, 'text'],
              about: fact.id,
              message: `none of its statements gives ${[...new Set(missing)].join(', ')}`,
            },
          ];
    }),
};
