import { expect, test } from 'vitest';
import { fingerprint, standsIn } from '../../src/story/fingerprint.ts';

const lines = fingerprint(`The mayor’s clock, as she said, "never once ran late" in nine years at the café.

It stopped on Tuesday. It stopped on Friday.\r
Three words only`);

test.each([
  ['from the beginning', 1, 'The mayor’s clock, as she'],
  ['from the middle', 1, 'never once ran late'],
  ['to the end', 1, 'nine years at the café.'],
  ['the whole line', 3, 'It stopped on Tuesday. It stopped on Friday.'],
  ['with other marks around its words', 1, '“never once ran late”'],
  ['without the marks at the ends of its words', 1, 'clock as she said never once ran late in nine years'],
  ['with a straight apostrophe for a curly one', 1, "The mayor's clock, as she said"],
  ['with an accent of its own', 1, 'years at the cafe\u0301'],
  ['with other spaces between', 1, 'never  once\u00a0ran\tlate'],
])('a quote stands in its line: %s', (_, line, quote) => {
  expect(standsIn(lines, line, quote)).toBe(true);
});

test.each([
  ['one word changed', 1, 'never once ran early'],
  ['one word added', 1, 'never even once ran late'],
  ['one word left out', 1, 'as said, never once ran late'],
  ['two words changed places', 1, 'never once late ran'],
  ['another letter case', 1, 'Never once ran late'],
  ['another apostrophe in a word', 1, 'The mayors clock, as she said'],
  ['another line', 3, 'never once ran late'],
  ['over the end of a line', 3, 'It stopped on Friday. Three words only'],
  ['two places of a line joined', 3, 'It stopped on Friday. It stopped on Tuesday.'],
  ['a line before the first', 0, 'never once ran late'],
  ['a line after the last', 9, 'never once ran late'],
  ['a line in between', 1.5, 'never once ran late'],
  ['an empty line', 2, 'never once ran late'],
  ['three words, even where they stand', 4, 'Three words only'],
  ['three words and a dash', 1, 'never once – ran'],
  ['no words', 1, '… – "" !'],
  ['nothing', 2, ''],
])('a quote does not stand: %s', (_, line, quote) => {
  expect(standsIn(lines, line, quote)).toBe(false);
});

test('a text has one row for each of its lines, of one mark for each run of four words', () => {
  expect(lines.map((line) => line.split(' ').filter(Boolean).length)).toEqual([13, 0, 5, 0]);
  expect(lines.join(' ')).toMatch(/^[0-9a-f ]+$/);
});

test('equal runs have equal marks wherever they stand', () => {
  expect(fingerprint('so it was then')).toEqual(fingerprint('“So” it was then!'.replace('So', 'so')));
});
