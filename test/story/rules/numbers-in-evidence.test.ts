import { expect, test } from 'vitest';
import { datesIn, isLater } from '../../../src/story/dates.ts';
import { numbersInEvidence } from '../../../src/story/rules/numbers-in-evidence.ts';
import { proves } from './cases.ts';

const told = (text: string, gist = 'On 5 May 2031 she had 4 crowns, and on 6 April 900.') => ({
  'facts.facts.cost.text': text,
  'sources.sources.minutes.statements.minutes-cost.gist': gist,
});
const problem = (date: string) => [`facts.yaml · facts › cost › text: none of its statements gives ${date}`];

proves(numbersInEvidence, [
  [
    'a date put together from the figures of others',
    told('She was paid on 4 May 2031.'),
    problem('4 May 2031'),
    told('She was paid on 5 May 2031.'),
  ],
  [
    'a day and month that belong to different dates',
    told('She was paid by 6 May.'),
    problem('6 May'),
    told('She was paid by 5 May.'),
  ],
  [
    'a day in a year that its statement does not mean',
    told('She was paid on 6 April 1900.', 'It was 1900 metres high. On 6 April she came.'),
    problem('6 April 1900'),
    told('She was paid on 6 April 2031.', 'It was 1900 metres high. On 6 April she came.'),
  ],
  [
    'a month in a year in which nothing happened',
    told('She was paid in May 900.'.replace('900', '1900'), 'On 5 May 2031 she had 1900 crowns.'),
    problem('May 1900'),
    told('She was paid in May 2031.', 'On 5 May 2031 she had 1900 crowns.'),
  ],
  [
    'a day where its statement has only the month',
    { ...told('She was paid on 4 April 2031.', 'She had 4 crowns.') },
    problem('4 April 2031'),
    { ...told('She was paid in April 2031.', 'She had 4 crowns.') },
  ],
]);

test('a date in a text has a day or a year; a month alone is a word', () => {
  expect(datesIn('On 3 March 1907, by 18 June, in May 2012; they may, in March.')).toEqual([
    { text: '3 March 1907', year: 1907, month: 3, day: 3 },
    { text: '18 June', year: undefined, month: 6, day: 18 },
    { text: 'May 2012', year: 2012, month: 5, day: undefined },
  ]);
});

test.each([
  ['2018-06-06', '2018-06-05', true],
  ['2018-06-05', '2018-06-05', false],
  ['2018-06-30', '2018-06', false],
  ['2018-07', '2018-06-30', true],
  ['2019', '2018-12', true],
])('that %s is surely later than %s is %s', (one, other, later) => {
  expect(isLater(one, other)).toBe(later);
});
