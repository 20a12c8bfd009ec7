import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOf } from '../../../src/story/search/clauses.ts';
import { anything, pastes } from '../typed.ts';

test.each([
  ['a greeting that is a sentence', 'hi! why did the clock stop?', ['why did the clock stop?']],
  [
    'a ramble with its question at the end',
    'i was on the quay yesterday and it rained. anyway why did the harbour clock stop',
    ['why did the harbour clock stop'],
  ],
  ['dots between', 'i saw the clock... was it lightning?', ['was it lightning?']],
  ['a dash between', 'the repair – who paid for it', ['who paid for it']],
  ['words that only lead up to it', 'and but so was it lightning? thanks', ['was it lightning?']],
  [
    'numbered questions',
    '1) why did the clock stop 2) what did the repair cost',
    ['why did the clock stop', 'what did the repair cost'],
  ],
  [
    'numbered with dots',
    '1. why did the clock stop 2. what did the repair cost',
    ['why did the clock stop', 'what did the repair cost'],
  ],
  [
    'two questions joined by a word',
    'why did the clock stop and what did the repair cost',
    ['why did the clock stop', 'what did the repair cost'],
  ],
  [
    'two questions joined by commas',
    'the clock stopped, was it lightning, and who paid',
    ['was it lightning', 'who paid'],
  ],
  [
    'a second one in parentheses',
    'why did the clock stop (and who paid for the repair)',
    ['why did the clock stop', 'who paid for the repair'],
  ],
  ['lines', 'why did the clock stop\nwho paid', ['why did the clock stop', 'who paid']],
  ['the same question twice', 'well, why stop? why stop? why stop?', ['why stop?']],
])('taken apart: %s', (_, text, clauses) => {
  expect(clausesOf(text)).toEqual(clauses);
});

test('a question that points back is also read together with the sentence before it', () => {
  expect(clausesOf('ok. was lightning seen? who paid for it?')).toEqual([
    'was lightning seen?',
    'was lightning seen? who paid for it?',
    'who paid for it?',
  ]);
});

test('one that stands by itself is not', () => {
  expect(clausesOf('ok. was lightning seen? who paid the council?')).toEqual([
    'was lightning seen?',
    'who paid the council?',
  ]);
});

test.each([
  ['a question that is one already', 'why did the clock stop'],
  ['one after a greeting and a comma', 'Hey, why did it stop'],
  ['nothing that asks', 'the harbour clock, the tower, the repair'],
  ['questions of one word', 'why? when? who?'],
  ['nothing', ''],
])('not taken apart: %s', (_, text) => {
  expect(clausesOf(text)).toEqual([]);
});

test('of a great many clauses the last few are looked at', () => {
  const many = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((n) => `was ${n} paid?`);
  const clauses = clausesOf(many.join(' '));
  expect(clauses.length).toBeGreaterThanOrEqual(3);
  expect(clauses.length).toBeLessThanOrEqual(6);
  expect(clauses).toEqual(many.slice(-clauses.length));
});

test('whatever is typed, there are at most six clauses, each once, and none is the whole', () => {
  const isBounded = (text: string) => {
    const clauses = clausesOf(text);
    return clauses.length <= 6 && new Set(clauses).size === clauses.length && !clauses.includes(text.trim());
  };
  fc.assert(fc.property(anything(['why', 'and who', 'is it?', '1)', '(', 'so what,']), isBounded), {
    seed: 4,
  });
  expect(pastes.filter(([, paste]) => !isBounded(paste))).toEqual([]);
});
