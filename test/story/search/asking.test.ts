import { expect, test } from 'vitest';
import { askingOf } from '../../../src/story/search/asking.ts';

test.each([
  ['why did it stop', 'why'],
  ['how come it stopped', 'why'],
  ['what made it stop', 'why'],
  ['do you know the reason', 'why'],
  ['since when was it silent', 'when'],
  ['how long was it silent', 'when'],
  ['how old is it', 'when'],
  ['in what year was it built', 'when'],
  ['can you say when it stopped', 'when'],
  ['how many crowns', 'count'],
  ['what percentage of it', 'count'],
  ['how often did it stop', 'count'],
  ['where is the clock', 'where'],
  ['in which city is it', 'where'],
  ['whose clock is it', 'who'],
  ['by whom was it repaired', 'who'],
  ['which clocks', 'which'],
  ['what kinds of clocks', 'which'],
  ['name the makers', 'which'],
  ['so how did they do it', 'how'],
  ['did it stop', 'whether'],
  ['and was it lightning', 'whether'],
  ['is it true that it stopped', 'whether'],
  ['the clock', 'open'],
  ['tell me about the clock', 'open'],
  ['', 'open'],
])('"%s" asks %s', (words, asking) => {
  expect(askingOf(words)).toBe(asking);
});

test.each([
  ['a question word within another word', 'somehow the causeway, whatever', 'open'],
  ['a word of yes-or-no questions that does not begin the sentence', 'the clock did stop', 'open'],
])('not misled by %s', (_, words, asking) => {
  expect(askingOf(words)).toBe(asking);
});

test.each([
  ['how many, of who knows', 'who knows how many', 'count'],
  ['when, of when and why', 'when and why did it stop', 'when'],
  ['how many, of how', 'how did they count how many', 'count'],
  ['why, of did', 'did they say why', 'why'],
])('of two question words the more telling one counts: %s', (_, words, asking) => {
  expect(askingOf(words)).toBe(asking);
});
