import { describe, expect, test } from 'vitest';
import { houses } from './conversation/houses.ts';
import { reached, shown, unmet } from './coverage-of-knowledge.ts';

const houseOf = houses();

describe.each([
  ['the story that the bot ships with', undefined],
  ['the lighthouse', 'lighthouse'],
])('%s', (_, name) => {
  test('every topic, fact and source is found by some way of asking', async () => {
    const index = (await houseOf(name)).index();
    expect(unmet(index.story, reached(index))).toEqual({ topics: [], facts: [], sources: [] });
  });
});

test('what nobody was shown is unmet, and a refusal shows nothing', async () => {
  const { story } = (await houseOf('lighthouse')).index();
  const one = {
    command: 'ask',
    facts: ['bell-rung'],
    citations: [{ mark: 1, statement: 'log-bell', source: 'log' }],
  };
  expect(shown([{ ...one, kind: 'refusal' }]).commands).toEqual(new Set());
  const left = unmet(story, shown([{ ...one, kind: 'answer', topic: 'keeper' }]));
  expect(left.topics).not.toContain('keeper');
  expect(left.facts).not.toContain('bell-rung');
  expect(left.facts).toContain('boats-disputed');
  expect(left.sources).toEqual(['handbill', 'minutes', 'gazette-dispute', 'gazette-inquiry']);
});
