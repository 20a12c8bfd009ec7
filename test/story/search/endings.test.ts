import { expect, test } from 'vitest';
import { endings } from '../../../src/story/search/endings.ts';

const held: Record<string, number> = { clock: 1, clocks: 3, close: 2 };
const endingsOf = endings(['tower', 'close', 'clocks', 'cloth', 'clock', 'été'], (word) => held[word] ?? 0);

test.each([
  ['clo', ['clocks', 'close', 'clock', 'cloth']],
  ['clock', ['clocks', 'clock']],
  ['t', ['tower']],
  ['tower', ['tower']],
  ['ét', ['été']],
  ['a', []],
  ['cloz', []],
  ['zz', []],
  ['towers', []],
])('"%s" may become %j', (beginning, words) => {
  expect(endingsOf(beginning)).toEqual(words);
});

test('of a great many no more than 200 are compared, and of none there is none', () => {
  const many = endings(
    Array.from({ length: 500 }, (_, i) => `w${String(i).padStart(3, '0')}`),
    (word) => Number(word.slice(1)),
  );
  expect(many('w')).toHaveLength(200);
  expect(many('w')[0]).toBe('w199');
  expect(many('w4')).toHaveLength(100);
  expect(endings([], () => 0)('w')).toEqual([]);
});
