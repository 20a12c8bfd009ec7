import { expect, test } from 'vitest';
import { problemsOf, verbatim } from './open.ts';
import { type Question, readQuestions } from './question.ts';
import type { Shown } from './shown.ts';

const why = { ask: 'why', kind: 'plain', right: ['storm'], says: ['lightning'], cites: ['log'] } as const;
const messages = (value: unknown) => {
  const read = readQuestions(value);
  return 'problems' in read ? read.problems.map(({ at, message }) => `${at.join('.')} ${message}`) : [];
};

test('a question as it should be is read', () => {
  expect(readQuestions([why])).toEqual({ questions: [why] });
});

test.each<[string, object, string]>([
  ['a misspelt key', { rihgt: [] }, '0.rihgt is no key of a question'],
  ['no words', { ask: '' }, '0.ask is empty'],
  [
    'what was asked before, of a kind that stands alone',
    { after: ['who'] },
    '0.after goes with the kind follow-up, and it with this',
  ],
  [
    'a follow-up that follows nothing',
    { kind: 'follow-up' },
    '0.after goes with the kind follow-up, and it with this',
  ],
  [
    'two questions with one answer',
    { kind: 'several' },
    '0.second goes with the kind several and with right, and they with this',
  ],
  [
    'a premise that affirms nothing',
    { kind: 'premise' },
    '0.never is what a premise needs: the false thing affirmed',
  ],
  ['no receipt', { cites: undefined }, '0.cites goes with right, and right with this'],
  ['a pattern that is none', { says: ['('] }, '0.says.0 is no regular expression'],
])('%s is refused', (_, change, message) => {
  expect(messages([{ ...why, ...change }])).toEqual([message]);
});

const shown: Shown = {
  is: 'answer',
  topics: ['storm'],
  offers: [],
  cites: ['log'],
  facts: 'Lightning struck.',
  text: 'Lightning struck.',
};
const story = { topics: new Map([['storm', {}]]), statements: new Map([['log', {}]]) };
const problems = (change: Partial<Question>) =>
  problemsOf({ ...why, ...change } as never, story as never, new Map([['storm', shown]])).map(
    ({ message }) => message,
  );

test('a question can be answered, and its ids are there', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ right: ['gull'] })).toEqual(['there is no "gull"']);
  expect(problems({ says: ['thunder'] })).toEqual(['no right topic is right: does not say /thunder/']);
  expect(problems({ never: ['struck'] })).toEqual(['no right topic is right: says /struck/']);
});

test('the same question twice is refused', () => {
  const seen = new Set<string>();
  const again = () => problemsOf({ ask: 'hi', kind: 'small-talk' }, story as never, new Map(), seen);
  expect(again()).toEqual([]);
  expect(again()).toEqual([{ at: [], message: 'is asked a second time' }]);
});

test('questions in the record’s very words are counted, whatever their letters and signs', () => {
  const asked = [
    { ...why, ask: 'WHY, did it stop?!' },
    { ...why, ask: 'why it stopped' },
  ];
  expect(verbatim(asked as never, ['Why did it stop', 'Who'])).toBe(1);
});
