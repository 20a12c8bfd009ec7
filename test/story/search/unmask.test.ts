import { expect, test } from 'vitest';
import { unmasked } from '../../../src/story/search/unmask.ts';

test.each([
  ['figures for letters', 'c0rv4n3', 'corvane'],
  ['a figure for i', 'l1ghtning', 'lightning'],
  ['figures for letters at the start', '8oat', 'boat'],
  ['a drawn-out end', 'whyyyy', 'why'],
  ['an end that stands twice', 'whyy', 'why'],
  ['a drawn-out double letter', 'coool', 'cool'],
  ['a drawn-out middle', 'heeeello', 'hello'],
  ['both at once', 'b000k', 'book'],
])('may be read as it was meant: %s', (_, typed, meant) => {
  expect(unmasked(typed)).toContain(meant);
});

test('of one figure, each letter that it may stand for, i before l', () => {
  expect(unmasked('c1ock')).toEqual(['ciock', 'clock']);
});

test('a drawn-out letter is read twice before it is read once', () => {
  expect(unmasked('coool')).toEqual(['cool', 'col']);
});

test.each([
  ['a word', 'clock'],
  ['a double letter', 'book'],
  ['a year', '1907'],
  ['a figure that is like no letter', '2nd'],
  ['a name of one letter and one figure', '5g'],
  ['nothing', ''],
])('has no other form: %s', (_, typed) => {
  expect(unmasked(typed)).toEqual([]);
});
