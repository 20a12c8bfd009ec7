import { expect, test } from 'vitest';
import { tabKey } from '../../../src/local/terminal/tab.ts';

const finding = (...lines: string[]) => tabKey(async () => lines.map((line) => ({ line, shown: line })));

test('the only thing that a line can become is put there, whatever was typed', async () => {
  expect(await finding('/keepers The great lamp')('/keepers gr')).toEqual({
    line: '/keepers The great lamp',
  });
});

test('what all have in common is put there', async () => {
  expect(await finding('/keepers ', '/keep ')('/k')).toEqual({ line: '/keep' });
});

test('many are listed, then gone through, then what was typed comes back', async () => {
  const press = finding('The great lamp', 'A small lamp');
  expect(await press('lamp')).toEqual({ listed: ['  The great lamp', '  A small lamp'] });
  expect(await press('lamp')).toEqual({ line: 'The great lamp' });
  expect(await press('The great lamp')).toEqual({ line: 'A small lamp' });
  expect(await press('A small lamp')).toEqual({ line: 'lamp' });
});

test('nothing to become changes nothing', async () => {
  expect(await finding()('x')).toEqual({});
});
