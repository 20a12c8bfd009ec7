import { expect, test } from 'vitest';
import { failures } from './failures.ts';
import { halfOf } from './half.ts';
import { marked } from './sit.ts';

const asks = Array.from({ length: 2_000 }, (_, i) => `question number ${i}`);

test('a question stays in its half, whatever is asked beside it', () => {
  expect(['why did the clock stop', 'who rang the bell', 'क्यों', ''].map((ask) => halfOf(ask))).toEqual([
    'tuning',
    'tuning',
    'reporting',
    'tuning',
  ]);
});

test('the halves are about as large, and another seed makes others', () => {
  const tuning = asks.filter((ask) => halfOf(ask) === 'tuning').length;
  expect(Math.abs(tuning - 1_000)).toBeLessThan(100);
  const moved = asks.filter((ask) => halfOf(ask) !== halfOf(ask, 'another')).length;
  expect(Math.abs(moved - 1_000)).toBeLessThan(100);
});

test('of the reporting half nothing is shown', () => {
  const wrong = { is: 'answer', topics: ['bell'], offers: [], cites: [], facts: '', text: '' } as const;
  const shown = failures(asks.map((ask) => marked({ ask, kind: 'plain' }, wrong, 1))).join('\n');
  expect(shown).toContain('question number');
  for (const ask of asks) expect(shown.includes(JSON.stringify(ask))).toBe(halfOf(ask) === 'tuning');
});
