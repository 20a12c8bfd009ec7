import { expect, test } from 'vitest';
import { figures } from './figures.ts';
import { faults, mark } from './mark.ts';
import type { Question } from './question.ts';
import type { Bot, Shown } from './shown.ts';
import { sit } from './sit.ts';

const nothing: Shown = { is: 'miss', topics: [], offers: [], cites: [], facts: '', text: '' };
const answer = (topics: readonly string[], more: Partial<Shown> = {}): Shown => ({
  ...nothing,
  is: 'answer',
  topics,
  cites: ['log'],
  facts: 'Lightning struck the tower.',
  text: 'Lightning struck the tower. Says the log.',
  ...more,
});
const choice = (...offers: readonly string[]): Shown => ({ ...nothing, is: 'choice', offers });

const why: Question = {
  ask: 'why did it stop',
  kind: 'plain',
  right: ['why-stopped', 'storm'],
  says: ['LIGHTNING|thunder'],
  never: ['by a gull'],
  cites: ['log', 'minutes'],
};
const both: Question = { ...why, kind: 'several', second: ['cost'] };
const unknown: Question = { ask: 'who is the mayor', kind: 'near-story' };
const premise: Question = { ...why, kind: 'premise', miss: 'fine' };

test.each<[string, Question, Shown, string]>([
  ['a right answer', why, answer(['why-stopped']), 'right'],
  ['the other right answer', why, answer(['storm']), 'right'],
  ['an answer to something else', why, answer(['cost']), 'wrong'],
  ['a right answer with one that nobody asked for', why, answer(['why-stopped', 'cost']), 'wrong'],
  ['a right topic that does not say it', why, answer(['storm'], { facts: 'A gull.' }), 'wrong'],
  ['a right topic without its receipt', why, answer(['storm'], { cites: ['gazette'] }), 'wrong'],
  [
    'a right topic that affirms what is false',
    why,
    answer(['storm'], { text: 'Stopped by a GULL.' }),
    'wrong',
  ],
  ['a choice with a right topic', why, choice('cost', 'storm'), 'offered'],
  ['a choice without', why, choice('cost'), 'missed'],
  ['a miss', why, { ...nothing, offers: ['storm'] }, 'missed'],
  ['a bug', why, { ...nothing, is: 'bug' }, 'wrong'],
  ['two answers to two questions', both, answer(['cost', 'storm']), 'right'],
  ['one answer to two questions', both, answer(['storm']), 'missed'],
  ['one answer to two questions, and a stray', both, answer(['storm', 'bell']), 'wrong'],
  ['a choice with the second of two', both, choice('cost'), 'offered'],
  ['an answer where there is none', unknown, answer(['why-stopped']), 'wrong'],
  ['a choice where there is none', unknown, choice('storm'), 'asked back'],
  ['a miss where there is none', unknown, nothing, 'right'],
  ['a miss where it is fine', premise, nothing, 'right'],
  ['the correction where a miss is fine', premise, answer(['storm']), 'right'],
  [
    'the false thing affirmed where a miss is fine',
    premise,
    answer(['storm'], { text: 'by a gull' }),
    'wrong',
  ],
])('%s is marked', (_, question, shown, outcome) => {
  expect(mark(question, shown).outcome).toBe(outcome);
});

test('what is put first is right or not, whatever was decided', () => {
  expect(mark(why, { ...nothing, offers: ['storm', 'cost'] }).isNearest).toBe(true);
  expect(mark(why, choice('cost', 'storm')).isNearest).toBe(false);
});

test('all that is wrong with an answer is said', () => {
  expect(faults(both, answer(['bell'], { facts: '', text: 'by a gull', cites: [] }))).toEqual([
    'no right topic',
    'the second question is not answered',
    'bell is not asked for',
    'does not say /LIGHTNING|thunder/',
    'says /by a gull/',
    'cites none of the statements',
  ]);
});

const questions = [why, { ...why, ask: 'why', right: ['cost'] }, both, unknown, { ...unknown, ask: 'hi' }];
const always = (shown: Shown): Bot => ({ name: 'always', ask: async () => ({ ...shown, ms: 1 }) });
const figuresOf = async (shown: Shown) =>
  figures((await sit(always(shown), questions)).map((one) => one.mark));

test('a bot that always answers the same is right by chance, and never abstains', async () => {
  expect(await figuresOf(answer(['storm']))).toEqual({
    questions: 5,
    rightFirst: { is: 1, of: 3 },
    any: { is: 1, of: 3 },
    nearest: { is: 2, of: 3 },
    wrong: { is: 3, of: 5 },
    falseAnswers: { is: 2, of: 2 },
    askedBack: { is: 0, of: 2 },
    abstention: { precision: Number.NaN, recall: 0, f1: 0 },
  });
});

test('a bot that always misses is never wrong, and of no use', async () => {
  expect(await figuresOf(nothing)).toEqual({
    questions: 5,
    rightFirst: { is: 0, of: 3 },
    any: { is: 0, of: 3 },
    nearest: { is: 0, of: 3 },
    wrong: { is: 0, of: 5 },
    falseAnswers: { is: 0, of: 2 },
    askedBack: { is: 0, of: 2 },
    abstention: { precision: 2 / 5, recall: 1, f1: 4 / 7 },
  });
});

test('a bot that always asks back does not abstain', async () => {
  expect(await figuresOf(choice('storm'))).toMatchObject({
    any: { is: 2, of: 3 },
    wrong: { is: 0, of: 5 },
    askedBack: { is: 2, of: 2 },
    abstention: { recall: 0, f1: 0 },
  });
});
