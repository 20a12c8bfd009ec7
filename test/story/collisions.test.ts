import { expect, test } from 'vitest';
import { collisions } from '../../src/story/collisions.ts';
import type { Index } from '../../src/story/search/index.ts';
import { without } from '../../src/story/search/without.ts';
import { indexOf } from './story-of.ts';

const rowsOf = ({ rows, topics }: Index) =>
  Array.from(rows.topic, (place, row) => ({
    topic: topics[place]?.id,
    kind: rows.kind[row],
    asking: rows.asking[row],
    tokens: Array.from(rows.tokensIn(row), rows.nameOf),
  }));

const ASKED = 'facts.topics.why-stopped.asked';

test('without a row the index is the one of a story in which that wording was never written', () => {
  const whole = indexOf();
  // The title is row 0: this is the second way of asking.
  const less = without(whole, 2);
  const never = indexOf({ [ASKED]: ['what made the clock fall silent'] });
  expect(rowsOf(less)).toEqual(rowsOf(never));
  expect([...less.rows.first]).toEqual([...never.rows.first]);
  const held = (index: Index, token: string) => {
    const id = index.idOf(token);
    return id === undefined ? undefined : [...index.rows.rowsWith(id)];
  };
  for (const { tokens } of rowsOf(whole))
    for (const token of tokens) expect(held(less, token)).toEqual(held(never, token));
});

test('topics that answer the same questions are found by asking each wording as if it were not there', () => {
  const index = indexOf({
    [ASKED]: [
      'what made the clock fall silent',
      'what was the price of a repair',
      'what did the repairs cost',
    ],
  });
  const { asked, led } = collisions(index);
  expect(asked).toBe(7);
  expect(led.map(({ wording, topic, other }) => [wording, topic.id, other.id])).toEqual(
    expect.arrayContaining([['what did the repairs cost', 'why-stopped', 'repair-cost']]),
  );
});

test('where two topics come about as near, that is said too, with how near', () => {
  const index = indexOf({
    [ASKED]: ['what made the clock fall silent', 'what was paid'],
    'facts.topics.repair-cost.asked': ['what was paid', 'how many crowns were paid'],
  });
  const { led, near, unsure } = collisions(index);
  const all = [...led, ...near, ...unsure].map(({ wording }) => wording);
  expect(all).toContain('what was paid');
  for (const { ahead } of near) expect(Math.abs(ahead)).toBeLessThan(0.15);
  for (const { ahead } of unsure) expect(ahead).toBeLessThan(0);
});

const FACT = {
  text: 'Otmar Zell polished forty brass kettles in the pantry.',
  standing: 'stated',
  asOf: '2031-04',
  rests: ['minutes-cost'],
};

test('a fact that no topic shows, or whose words no wording of its topics has, is told', () => {
  const told = (changes: Record<string, unknown>) =>
    collisions(indexOf(changes)).unreached.map(({ fact, because }) => [fact.id, because]);
  expect(told({})).toEqual([]);
  expect(told({ 'facts.facts.kettles': FACT })).toEqual([['kettles', 'no topic']]);
  expect(
    told({ 'facts.facts.kettles': FACT, 'facts.topics.repair-cost.facts': ['cost', 'kettles'] }),
  ).toEqual([['kettles', 'no wording']]);
});
