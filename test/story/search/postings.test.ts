import fc from 'fast-check';
import { expect, test } from 'vitest';
import { postings } from '../../../src/story/search/postings.ts';

const of = (rows: readonly (readonly number[])[], names: readonly string[]) => {
  const starts = [0, ...rows.map((_, row) => rows.slice(0, row + 1).flat().length)];
  return postings(rows.flat(), starts, names);
};

test('rows know their tokens, and tokens their rows', () => {
  const held = of([[0, 1], [], [1, 2], [0]], ['why', 'clock', 'stop']);
  expect([0, 1, 2, 3].map((row) => [...held.tokensIn(row)])).toEqual([[0, 1], [], [1, 2], [0]]);
  expect([0, 1, 2].map((token) => [...held.rowsWith(token)])).toEqual([[0, 3], [0, 2], [2]]);
  expect([0, 1, 2].map(held.nameOf)).toEqual(['why', 'clock', 'stop']);
});

test('of the token that comes next, no rows and no name', () => {
  const held = of([[0]], ['why']);
  expect([...held.rowsWith(1)]).toEqual([]);
  expect(held.nameOf(1)).toBe('');
});

test('both ways say the same, in ascending order, whatever the rows', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  const row = fc.uniqueArray(fc.nat(names.length - 1));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const held = of(rows, names);
      expect(rows.map((_, i) => [...held.tokensIn(i)])).toEqual(rows);
      expect(names.map((_, token) => [...held.rowsWith(token)])).toEqual(
        names.map((_, token) => rows.flatMap((one, i) => (one.includes(token) ? [i] : []))),
      );
    }),
    { seed: 4 },
  );
});
