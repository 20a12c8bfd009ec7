import { expect, test } from 'vitest';
import type { Mark } from '../exam/mark.ts';
import { storyOf } from '../story/story-of.ts';
import { cost, rightFirst } from './figures.ts';
import { bare, corrected, grow } from './grow.ts';

const story = storyOf();
const textsOf = (of: typeof story) =>
  [...of.topics.values()].flatMap(({ title, asked, facts }) => [
    title,
    ...asked,
    ...facts.map(({ text }) => text),
  ]);

test('a story grows by unrelated facts, each under a topic, and keeps its own', () => {
  const grown = grow(story, 500);
  expect(grown.topics.size).toBe(story.topics.size + 500);
  expect(grown.facts.size).toBe(story.facts.size + 500);
  expect(textsOf(grown).slice(0, textsOf(story).length)).toEqual(textsOf(story));
});

test('it grows the same each time, and in tens of thousands of words', () => {
  expect(textsOf(grow(story, 300))).toEqual(textsOf(grow(story, 300)));
  const words = textsOf(grow(story, 20_000)).flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const often = Map.groupBy(words, (word) => word);
  expect(often.size).toBeGreaterThan(20_000);
  const the = often.get('the')?.length ?? 0;
  expect(the / words.length).toBeGreaterThan(0.01);
  expect([...often.values()].filter((list) => list.length <= 5).length).toBeGreaterThan(5_000);
});

test('without phrasings only titles and facts are left, and a correction changes one fact', () => {
  expect([...bare(story).topics.values()].every(({ title, asked }) => asked.join() === title)).toBe(true);
  const before = textsOf(story);
  expect(textsOf(corrected(story)).filter((text) => !before.includes(text))).toHaveLength(1);
});

const one = (outcome: Mark['outcome'], isAnswerable = true): Mark => ({
  outcome,
  isAnswerable,
  hasAbstained: false,
  mayAbstain: false,
  isNearest: false,
});

test('what they cost is counted on the questions that were asked with them', () => {
  const alone = [one('right'), one('right'), one('right', false), one('missed'), one('missed')];
  expect(rightFirst(alone)).toBe(50);
  expect(cost(alone, [one('right'), one('missed'), one('right', false)])).toBe(50);
});
