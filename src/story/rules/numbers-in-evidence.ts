import type { Fact } from '../model.ts';
import type { Rule } from './rule.ts';

const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The numbers of a text, spelled out or not. "One" is left out: it is seldom a count. */
const numbersIn = (text: string): string[] =>
  (text.toLowerCase().match(/\d[\d,.]*|\p{L}+/gu) ?? []).flatMap((word) => {
    if (/^\d/.test(word)) return [String(Number(word.replaceAll(',', '').replace(/\.$/, '')))];
    const number = spelled.indexOf(word);
    return number > 1 ? [String(number)] : [];
  });

const datesIn = (text: string): string[] =>
  months.filter((month) => month !== 'may' && text.toLowerCase().includes(month));

const evidenceOf = ({ rests, against }: Fact) => {
  const statements = [...rests, ...against];
  const texts = statements.flatMap(({ wording, on, source }) => [
    wording.text,
    source.title,
    on.replaceAll('-', ' '),
  ]);
  const ofDates = statements.flatMap(({ on }) => months[Number(on.split('-')[1] ?? 0) - 1] ?? []);
  return new Set([...texts.flatMap(numbersIn), ...texts.flatMap(datesIn), ...ofDates]);
};

export const numbersInEvidence: Rule = {
  name: 'numbers-in-evidence',
  why: 'a figure or a date that no statement gives is a slip of the pen, or made up',
  check: ({ story }) =>
    [...story.facts.values()].flatMap((fact) => {
      const evidence = evidenceOf(fact);
      const missing = [...numbersIn(fact.text), ...datesIn(fact.text)].filter((one) => !evidence.has(one));
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
