import { expect, test } from 'vitest';
import { nearest, speller } from '../../../src/story/search/spelling.ts';

const spell = speller(['corvane', 'clock', 'lightning', 'tower', 'crowns', 'quandt', 'tarn', 'echo', 'lamp']);

test.each([
  ['as it is', 'corvane', 'corvane'],
  ['one letter changed', 'corvene', 'corvane'],
  ['one letter missing', 'covane', 'corvane'],
  ['one letter more', 'towwer', 'tower'],
  ['two neighbours swapped', 'clcok', 'clock'],
  ['two neighbours swapped at the start', 'rcowns', 'crowns'],
  ['two neighbours swapped in four letters', 'tran', 'tarn'],
  ['one letter missing of four', 'ech', 'echo'],
  ['two slips in a long word', 'corvino', 'corvane'],
  ['two letters missing of a long word', 'lghtnng', 'lightning'],
  ['another first letter', 'zuandt', 'quandt'],
  ['the first letter missing', 'orvane', 'corvane'],
])('known again: %s', (_, typed, word) => {
  expect(spell(typed)).toBe(word);
});

test('a letter once that should stand twice is a slip before another letter is', () => {
  expect(speller(['based', 'banned'])('baned')).toBe('banned');
  expect(speller(['cost', 'coast'])('coost')).toBe('cost');
});

test.each([
  ['two slips in a short word', 'crow'],
  ['two slips, one of them the first letter, in a short word', 'flocks'],
  ['one letter changed of four', 'lamb'],
  ['the first letter missing of four', 'arn'],
  ['three slips', 'lihgtnign'],
  ['two letters', 'ta'],
  ['a figure in it', 'cl0ck'],
  ['nothing', ''],
])('not taken for another: %s', (_, typed) => {
  expect(spell(typed)).toBeUndefined();
});

test('where one slip is allowed, two are too many', () => {
  expect(spell('corvino', 1)).toBeUndefined();
  expect(spell('corvene', 1)).toBe('corvane');
});

test.each([
  ['fewer slips', 'corvina', ['corvane', 'corvine'], 'corvine'],
  ['the same first letter', 'borvane', ['corvane', 'borvene'], 'borvene'],
  ['a changed letter before a missing one', 'crown', ['crowns', 'crowd'], 'crowd'],
  ['the first, where all else is alike', 'corvane', ['corvene', 'corvine'], 'corvene'],
])('of two known words, %s decides', (_, typed, known, word) => {
  expect(nearest(typed, known)).toBe(word);
});

test('short words are never what was meant', () => {
  expect(nearest('oil', ['oils', 'oi'])).toBe('oils');
  expect(nearest('oilx', ['oil'])).toBeUndefined();
});
