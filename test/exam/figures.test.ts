import { expect, test } from 'vitest';
import { bootstrap, quantile, wilson } from './interval.ts';
import type { Mark } from './mark.ts';
import { cutOff } from './rivals/cut-off.ts';

test.each([
  [
    { is: 81, of: 263 },
    { low: 0.2553, high: 0.3662 },
  ],
  [
    { is: 0, of: 10 },
    { low: 0, high: 0.2775 },
  ],
  [
    { is: 10, of: 10 },
    { low: 0.7225, high: 1 },
  ],
])('the interval of %j is Wilson’s', (share, { low, high }) => {
  expect(wilson(share).low).toBeCloseTo(low, 4);
  expect(wilson(share).high).toBeCloseTo(high, 4);
});

test('drawing again and again gives the same interval each time, and about Wilson’s', () => {
  const list = Array.from({ length: 200 }, (_, i) => i % 5 === 0);
  const share = (drawn: readonly boolean[]) => drawn.filter(Boolean).length / drawn.length;
  expect(bootstrap(list, share)).toEqual(bootstrap(list, share));
  expect(bootstrap(list, share).low).toBeCloseTo(0.15, 1);
  expect(bootstrap(list, share).high).toBeCloseTo(0.26, 1);
});

test('a quantile is one of the values', () => {
  expect([0.5, 0.99, 1].map((share) => quantile([5, 1, 4, 2, 3], share))).toEqual([3, 5, 5]);
});

const one = (outcome: Mark['outcome'], isAnswerable = true): Mark => ({
  outcome,
  isAnswerable,
  hasAbstained: false,
  mayAbstain: false,
  isNearest: false,
});
const either = (score: number, outcome: Mark['outcome']) => ({
  score,
  answered: one(outcome),
  missed: one('missed'),
});

test('a cut-off is where answering stops to pay', () => {
  expect(cutOff([either(9, 'right'), either(8, 'wrong'), either(7, 'right'), either(6, 'right')])).toBe(6);
  expect(cutOff([either(9, 'right'), either(8, 'right'), either(7, 'wrong'), either(6, 'right')])).toBe(8);
  expect(cutOff([either(9, 'right'), either(9, 'wrong'), either(9, 'wrong')])).toBe(Number.POSITIVE_INFINITY);
});
