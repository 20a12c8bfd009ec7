import { expect, test } from 'vitest';
import { type Row, randomFrom, runRows } from './row.ts';

const printed = async (...rows: Row[]) => {
  const lines: string[] = [];
  const isKept = await runRows(rows, 7, (line) => lines.push(line));
  return { lines, isKept };
};

const kept: Row = { promise: 'kept', run: async () => ({ tried: '3 times', violations: 0 }) };

test('each promise is a line; one that is broken is told apart from those that are kept', async () => {
  expect(await printed(kept)).toEqual({ lines: ['kept | 3 times | 0 | 7'], isKept: true });
  const broken: Row = { promise: 'broken', run: async () => ({ tried: '3 times', violations: 2 }) };
  expect(await printed(broken, kept)).toEqual({
    lines: ['broken | 3 times | 2 | 7', 'kept | 3 times | 0 | 7'],
    isKept: false,
  });
});

test('one that breaks off is broken, and one that is left out is neither', async () => {
  const off: Row = { promise: 'off', run: () => Promise.reject(new Error('no disk')) };
  expect(await printed(off)).toEqual({ lines: ['off | broke off: no disk | 1 | 7'], isKept: false });
  const out: Row = { promise: 'out', run: async () => ({ skipped: 'no server' }) };
  expect(await printed(out)).toEqual({ lines: ['out | left out: no server | – | 7'], isKept: true });
});

test('the same seed gives the same numbers', () => {
  const some = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
  expect(some(7).every((one) => one >= 0 && one < 1)).toBe(true);
});
