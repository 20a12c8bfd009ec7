import { expect, test } from 'vitest';
import type { Answer } from '../../../src/story/answer.ts';
import { ask } from '../../../src/story/ask.ts';
import { find } from '../../../src/story/find.ts';
import { read } from '../../../src/story/read.ts';
import { filesOf, indexOf } from '../story-of.ts';

const premises = {
  'hit-by-storm': { taken: ['lightning struck', 'the storm over the tower'], corrected: 'lightning' },
  'quandt-unpaid': { taken: ['repaired for nothing', 'quandt gave the repair'], corrected: 'cost' },
};
const index = indexOf({ 'facts.premises': premises });

const corrections = (typed: string): string[] => find(index, typed).corrections.map(({ id }) => id);

test.each([
  ['in the very words', 'lightning struck', ['lightning']],
  ['among others, in another order', 'who struck the clock, lightning or corvane', ['lightning']],
  ['in another form', 'does lightning strike the clock or has it struck', ['lightning']],
  ['misspelt', 'lihgtning struck the clock', ['lightning']],
  ['in another way of saying it', 'did a storm come over the tower', ['lightning']],
  ['by name', 'why did mirelda quandt give the repair away, she gave it', ['cost']],
  ['two at once', 'lightning struck, so was it repaired for nothing', ['lightning', 'cost']],
])('taken for granted %s', (_, typed, ids) => {
  expect(corrections(typed)).toEqual(ids);
});

test.each([
  ['half of it', 'was it lightning'],
  ['a word everybody uses', 'the the over the'],
  ['something else', 'what did the repair cost'],
  ['nothing', ''],
])('not taken for granted by %s', (_, typed) => {
  expect(corrections(typed)).toEqual([]);
});

test('words that everybody uses of everything are no sign that anything is taken for granted', () => {
  const vague = indexOf({ 'facts.premises': { vague: { taken: ['it was the'], corrected: 'cost' } } });
  expect(find(vague, 'was it the harbour clock').corrections).toEqual([]);
});

const idsOf = ({ corrected, points }: Pick<Answer, 'corrected' | 'points'>) => ({
  corrected: corrected.map(({ fact }) => fact.id),
  points: points.map(({ fact }) => fact.id),
});

const answered = (typed: string): Answer => {
  const reply = ask(index, typed);
  return reply.kind === 'answer' ? reply : expect.fail(`${typed}: ${reply.kind}`);
};

test('what corrects the question is said before the answer, and cited first', () => {
  const reply = answered('lightning struck, so what did the repair cost');
  expect(reply.topic.id).toBe('repair-cost');
  expect(idsOf(reply)).toEqual({ corrected: ['lightning'], points: ['cost'] });
  expect(reply.citations.map(({ statement }) => statement.id)).toEqual([
    'corvane-lightning',
    'minutes-no-storm',
    'minutes-cost',
  ]);
  expect(reply.points[0].marks).toEqual([3]);
});

test('what would be said first anyway is not said twice', () => {
  expect(idsOf(answered('why did the harbour clock stop, lightning struck'))).toEqual({
    corrected: [],
    points: ['lightning', 'fell-silent'],
  });
});

test('a question that nothing else answers gets the correction alone', () => {
  const reply = ask(index, 'lightning struck');
  expect(reply).toMatchObject({ kind: 'answer', topic: { id: 'why-stopped' } });
});

test('a fact that does not exist cannot correct anything', () => {
  const wrong = {
    'facts.premises': { 'hit-by-storm': { taken: ['lightning struck'], corrected: 'thunder' } },
  };
  expect(read(filesOf(wrong))).toEqual({
    problems: [
      {
        file: 'facts.yaml',
        at: ['premises', 'hit-by-storm', 'corrected'],
        message: 'there is no fact called "thunder"',
      },
    ],
  });
});

test('a premise that nobody could take for granted is a problem', () => {
  const wrong = { 'facts.premises': { 'hit-by-storm': { taken: [], corrected: 'lightning' } } };
  expect(read(filesOf(wrong))).toMatchObject({
    problems: [{ file: 'facts.yaml', at: ['premises', 'hit-by-storm', 'taken'] }],
  });
});
