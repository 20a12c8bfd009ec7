import { expect, test } from 'vitest';
import { pairsIn } from '../../../src/story/search/pairs.ts';
import { postings } from '../../../src/story/search/postings.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { rank } from '../../../src/story/search/rank.ts';
import { voting } from '../../../src/story/search/votes.ts';
import { without } from '../../../src/story/search/without.ts';
import { indexOf } from '../story-of.ts';

const words = ['tower', 'clock', 'bell', 'rope'];
const held = postings([0, 1, 2, 1, 0, 0, 2, 1], [0, 3, 5, 8], words);

test('pairs are counted by their order and by how far they are apart', () => {
  const pairs = pairsIn(held, 3, () => true);
  expect([pairs(0, 1, 1), pairs(1, 0, 1), pairs(0, 2, 2), pairs(0, 2, 1), pairs(0, 1, 2)]).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect([pairs(2, 0, 1), pairs(3, 1, 1)]).toEqual([0, 0]);
});

test('rows that are no ways of asking are left out', () => {
  expect(pairsIn(held, 3, (row) => row !== 0)(0, 1, 1)).toBe(0);
});

const index = indexOf();
const votesOf = (typed: string, ready = index) => {
  const tokens = questionOf(ready, typed).words.map(({ token }) => ready.idOf(token));
  const ids = [...new Set(tokens.flatMap((id) => id ?? []))];
  const votes = voting(ready, ids, tokens, () => 1);
  return ready.topics.map((_, place) => votes(place));
};

test('what is said of one topic alone speaks for it, and pairs of words more than the words', () => {
  const [stopped, cost] = votesOf('what was the price of the repair');
  expect(cost?.votes).toBeGreaterThan(stopped?.votes ?? Number.POSITIVE_INFINITY);
  const [, torn] = votesOf('repair the of price the was what');
  expect(cost?.votes).toBeGreaterThan(torn?.votes ?? Number.POSITIVE_INFINITY);
  expect(cost?.coupled).toBeGreaterThan(torn?.coupled ?? Number.POSITIVE_INFINITY);
});

test('words that nobody uses have no vote, and a count leaves nothing behind', () => {
  expect(votesOf('zyx wvu').map(({ votes }) => votes)).toEqual([0, 0]);
  expect(votesOf('price of the repair')).toEqual(votesOf('price of the repair'));
  expect(index.scratch.asked.some((mark) => mark !== 0)).toBe(false);
});

test('a wording that is left out has no vote', () => {
  const place = index.topics.findIndex(({ id }) => id === 'repair-cost');
  const row = (index.rows.first[place] ?? 0) + 1;
  const all = votesOf('what was the price of the repair')[place];
  const rest = votesOf('what was the price of the repair', without(index, row))[place];
  expect(rest?.votes).toBeLessThan(all?.votes ?? 0);
});

test('every part of a rank that comes of votes is between 0 and 2', () => {
  for (const typed of ['what was the price of the repair', 'was it lightning', 'price price price'])
    for (const { parts } of rank(index, questionOf(index, typed)).topics)
      for (const part of [parts.votes, parts.coupled, parts.coupledShare]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(2);
      }
});
