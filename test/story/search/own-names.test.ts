import { expect, test } from 'vitest';
import { ask } from '../../../src/story/ask.ts';
import { features, stands } from '../../../src/story/search/features.ts';
import { isOwn } from '../../../src/story/search/index.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { rank } from '../../../src/story/search/rank.ts';
import { indexOf } from '../story-of.ts';

const asked = 'did the storm at Gorvik stop the clock\nwas otmar veld asleep when the clock stopped';
const veld = { name: 'Otmar Veld', kind: 'person', what: 'The harbour master, of whom nothing is told.' };
const index = indexOf({
  'phrasings.phrasings': { 'why-stopped': asked },
  'actors.actors.otmar-veld': veld,
});
const place = [...index.story.topics.keys()].indexOf('why-stopped');
const seen = (typed: string) => {
  const question = questionOf(index, typed);
  return features(index, question, rank(index, question));
};

test('what people ask is a row, and no wording of the record’s own', () => {
  const { rows } = index;
  const own = [...rows.topic].flatMap((at, row) => (at === place ? [isOwn(rows, row)] : []));
  expect(own.filter((is) => !is)).toHaveLength(2);
  expect(own.length).toBeGreaterThan(4);
});

test.each([
  ['a word that only people who ask have used', 'gorvik', 0],
  ['a word of a title', 'harbour', 1],
  ['a word of a fact', 'crown', 1],
])('%s is ours: %s, %i', (_, token, ours) => {
  const id = index.idOf(token);
  expect(id === undefined ? undefined : index.rows.isOurs[id]).toBe(ours);
});

test.each([
  ['@otmar-veld', false],
  ['@corvane', true],
  ['gorvik', false],
  ['storm', false],
  ['clock', true],
  ['zanzibar', false],
])('whether the record itself speaks of %s under the topic: %s', (token, does) => {
  expect(stands(index, token, place)).toBe(does);
});

test('a name that only people who ask have used counts as a stranger, and other words of theirs do not', () => {
  expect(seen('was it the storm at Gorvik that stopped the clock').signs.stranger).toBeGreaterThan(0);
  expect(seen('was it the storm that stopped the clock').signs.stranger).toBe(0);
});

test('whoever asks about it is not answered with what is said of others', () => {
  expect(ask(index, 'why did the clock of Gorvik stop').kind).toBe('miss');
  expect(ask(index, 'did otmar veld stop the harbour clock').kind).toBe('miss');
  expect(ask(index, 'why did the harbour clock stop').kind).toBe('answer');
});

test('somebody whom only phrasings name is absent, by the name that was typed', () => {
  expect(seen('did otmar veld stop the harbour clock')).toMatchObject({
    absent: ['otmar veld'],
    signs: { absent: 1 },
  });
  expect(seen('did corvane say why the harbour clock stopped')).toMatchObject({
    absent: [],
    signs: { absent: 0 },
  });
});
