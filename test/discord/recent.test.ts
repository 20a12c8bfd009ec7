import { expect, test } from 'vitest';
import { type Place, recent } from '../../src/discord/recent.ts';
import { answer, several } from '../../src/story/answer.ts';
import { storyOf } from '../story/story-of.ts';

const MINUTE = 60_000;
const { topics } = storyOf();
const topic = (id: string) => topics.get(id) ?? expect.fail(`no topic ${id}`);
const stopped = { ...answer(topic('why-stopped')), named: ['corvane'] };
const cost = answer(topic('repair-cost'));
const told = { topic: 'why-stopped', actors: ['corvane'] };

/** What is remembered, by a clock that a test sets. */
const remembering = () => {
  // Not at 0, which the cache takes for no time at all.
  const clock = { now: 1 };
  return { clock, memory: recent(() => clock.now) };
};
const here: Place = { channel: 'quay', person: 'mia' };

test('who was told something is known for ten minutes to have been told it', () => {
  const { clock, memory } = remembering();
  expect(memory.before(here)).toBeUndefined();
  memory.told(here, stopped);
  for (const minutes of [0, 5, 9.9]) {
    clock.now = 1 + minutes * MINUTE;
    expect(memory.before(here)).toEqual(told);
  }
  clock.now = 2 + 10 * MINUTE;
  expect(memory.before(here)).toBeUndefined();
});

test('to look does not make it last, and to be told again does', () => {
  const { clock, memory } = remembering();
  memory.told(here, stopped);
  clock.now = 9 * MINUTE;
  memory.before(here);
  memory.told(here, cost);
  clock.now = 18 * MINUTE;
  expect(memory.before(here)).toEqual({ topic: 'repair-cost', actors: [] });
  clock.now = 20 * MINUTE;
  expect(memory.before(here)).toBeUndefined();
});

test.each<[string, Place]>([
  ['somebody else', { channel: 'quay', person: 'omar' }],
  ['the same person in another channel', { channel: 'tower', person: 'mia' }],
  ['the same person where there is no channel', { channel: undefined, person: 'mia' }],
  ['names that run together', { channel: 'quay mia', person: '' }],
])('of %s nothing is known', (_, place) => {
  const { memory } = remembering();
  memory.told(here, stopped);
  expect(memory.before(place)).toBeUndefined();
});

test('where there is no channel nothing is kept', () => {
  const { memory } = remembering();
  const nowhere: Place = { channel: undefined, person: 'mia' };
  memory.told(nowhere, stopped);
  expect(memory.before(nowhere)).toBeUndefined();
  expect(memory.before({ channel: '', person: '' })).toBeUndefined();
});

test('of two answers the second is what a next question leans on', () => {
  const { memory } = remembering();
  memory.told(here, several(cost, stopped));
  expect(memory.before(here)).toEqual(told);
});

test('what is no answer changes nothing', () => {
  const { memory } = remembering();
  memory.told(here, stopped);
  memory.told(here, { kind: 'miss', foreign: [], absent: [], nearest: [] });
  memory.told(here, { kind: 'choice', topics: [topic('repair-cost')] });
  expect(memory.before(here)).toEqual(told);
});

test('of more than 5,000 people whoever asked longest ago is forgotten first', () => {
  const { memory } = remembering();
  const at = (i: number): Place => ({ channel: 'quay', person: String(i) });
  for (let i = 0; i <= 5_000; i++) memory.told(at(i), cost);
  expect(memory.before(at(0))).toBeUndefined();
  expect(memory.before(at(1))).toBeDefined();
  expect(memory.before(at(5_000))).toBeDefined();
});

test('what somebody asked in vain is known to them alone, and for ten minutes', () => {
  const { clock, memory } = remembering();
  memory.missed('77', 'mia', 'what did the mermaid do');
  expect(memory.question('77', 'mia')).toBe('what did the mermaid do');
  expect(memory.question('77', 'omar')).toBeUndefined();
  expect(memory.question('78', 'mia')).toBeUndefined();
  clock.now = 2 + 10 * MINUTE;
  expect(memory.question('77', 'mia')).toBeUndefined();
});

test('one person leaves five words with the moderators in ten minutes, and thirty nods, each deed once', () => {
  const { clock, memory } = remembering();
  for (let i = 0; i < 5; i++) expect(memory.leaves('words', 'mia', `deed ${i}`)).toBe(true);
  expect(memory.leaves('words', 'mia', 'deed 3')).toBe(false);
  expect(() => memory.leaves('words', 'mia', 'deed 5')).toThrow('a great deal');
  expect(memory.leaves('words', 'omar', 'deed 5')).toBe(true);
  for (let i = 0; i < 30; i++) expect(memory.leaves('nods', 'mia', `deed ${i}`)).toBe(true);
  expect(() => memory.leaves('nods', 'mia', 'deed 30')).toThrow('a great deal');
  clock.now = 2 + 10 * MINUTE;
  expect(memory.leaves('words', 'mia', 'deed 3')).toBe(true);
});
