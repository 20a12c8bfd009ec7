import { expect, test } from 'vitest';
import { questionOf } from '../../../src/story/search/question.ts';
import { rank } from '../../../src/story/search/rank.ts';
import { votesFor } from '../../../src/story/search/votes.ts';
import { without } from '../../../src/story/search/without.ts';
import { indexOf } from '../story-of.ts';

const index = indexOf();
const placeOf = (id: string) => index.topics.findIndex((topic) => topic.id === id);
const [stopped, cost] = [placeOf('why-stopped'), placeOf('repair-cost')];

const votesOf = (typed: string, ready = index, among = [stopped, cost]) => {
  const tokens = questionOf(ready, typed).words.map(({ token }) => ready.idOf(token));
  const ids = [...new Set(tokens.flatMap((id) => id ?? []))];
  const votes = votesFor(ready, ids, tokens, () => 1, among);
  return (place: number) => votes.get(place) ?? expect.fail('no votes');
};

const asked = 'what was the price of the repair';

test('what is said of one topic alone speaks for it', () => {
  const votes = votesOf(asked);
  expect(votes(cost).votes).toBeGreaterThan(votes(stopped).votes);
});

test('pairs of words speak too, in their order', () => {
  const [said, torn] = [votesOf(asked)(cost), votesOf('repair the of price the was what')(cost)];
  expect(said.votes).toBeGreaterThan(torn.votes);
  expect(said.coupled).toBeGreaterThan(torn.coupled);
});

test('what stands under both speaks less for either', () => {
  expect(votesOf('the')(cost).votes).toBeLessThan(votesOf('the', index, [cost])(cost).votes);
});

test('words that nobody uses have no vote, and a count leaves nothing behind', () => {
  const votes = votesOf('zyx wvu');
  expect([votes(stopped).votes, votes(cost).votes]).toEqual([0, 0]);
  expect(votesOf(asked)(cost)).toEqual(votesOf(asked)(cost));
  expect(index.scratch.asked.some((mark) => mark !== 0)).toBe(false);
});

test('a wording that is left out has no vote', () => {
  const row = (index.rows.first[cost] ?? 0) + 1;
  expect(votesOf(asked, without(index, row))(cost).votes).toBeLessThan(votesOf(asked)(cost).votes);
});

test('every part of a rank that comes of votes is between 0 and 2', () => {
  for (const typed of [asked, 'was it lightning', 'price price price'])
    for (const { parts } of rank(index, questionOf(index, typed)).topics)
      for (const part of [parts.votes, parts.coupled, parts.coupledShare]) {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(2);
      }
});
