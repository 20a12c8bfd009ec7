import { expect, test } from 'vitest';
import { ask } from '../../../src/story/ask.ts';
import { leadingFact } from '../../../src/story/search/leading.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { indexOf } from '../story-of.ts';

const index = indexOf();
const topic = index.story.topics.get('why-stopped') ?? expect.fail('no such topic');
const leading = (typed: string) => leadingFact(index, questionOf(index, typed), topic)?.id;

test.each([
  'did the harbour clock fall silent',
  'is it true that the echo wrote that the clock fell silent',
  'had the harbour clock fallen silent in march',
  'did the harbuor clokc fall silent',
])('of "%s" the second fact says exactly that', (typed) => {
  expect(leading(typed)).toBe('fell-silent');
});

test.each([
  ['the first fact says it', 'did corvane blame lightning'],
  ['no fact says it', 'did the mermaid sing'],
  ['both say as much', 'did the council say that the harbour clock fell silent'],
  ['it does not want a yes or no', 'when did the harbour clock fall silent'],
  ['nothing is asked', ''],
])('the order of the curators stays where %s', (_, typed) => {
  expect(leading(typed)).toBeUndefined();
});

test('the fact that says exactly what was asked is told and cited first, and the others after it', () => {
  expect(ask(index, 'did the harbour clock fall silent')).toMatchObject({
    kind: 'answer',
    topic: { id: 'why-stopped' },
    points: [
      { fact: { id: 'fell-silent' }, marks: [1] },
      { fact: { id: 'lightning' }, marks: [2], against: [3] },
    ],
  });
});
