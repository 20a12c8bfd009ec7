import { expect, test } from 'vitest';
import { ask } from '../../../src/story/ask.ts';
import { find } from '../../../src/story/find.ts';
import { followed, isChallenge, leansOn, needsWhatWasBefore } from '../../../src/story/search/follow.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { indexOf } from '../story-of.ts';

const index = indexOf();
const { story } = index;
const topic = (id: string) => story.topics.get(id) ?? expect.fail(`no topic ${id}`);
const [stopped, cost] = [topic('why-stopped'), topic('repair-cost')];

test.each([
  'source?',
  'Sources please'.slice(0, 7),
  'really??',
  'are you sure?',
  'prove it',
  'says who',
  'tell me more',
  'how do you know that?',
  '  Proof!!! Source!!! ',
  'where does it say that',
])('"%s" only asks for the proof', (text) => {
  expect(isChallenge(text)).toBe(true);
});

test.each([
  'source code',
  'is it true that it stopped',
  'who is the source',
  'why',
  '???',
  '',
  'really '.repeat(20),
])('"%s" asks something', (text) => {
  expect(isChallenge(text)).toBe(false);
});

test.each([
  ['points back', 'who was paid for it', true],
  ['goes on', 'and quandt', true],
  ['asks about another', 'what about the council', true],
  ['is a question word alone', 'when', true],
  ['is short', 'how much', true],
  ['stands alone', 'what did the harbour clock repair cost the council of tarn', false],
  ['stands alone though it points back', 'did lightning strike it when the harbour clock fell silent', false],
  ['speaks of another matter', 'who won the world cup', false],
  ['speaks of another matter and points back', 'and was it the cup', false],
  ['is no question', 'the harbour clock', false],
  ['is nothing', '', false],
])('a question that %s: "%s" leans on the last answer: %s', (_, text, leans) => {
  expect(leansOn(index, questionOf(index, text))).toBe(leans);
});

const lentTo = (text: string, earlier = stopped, actors: readonly string[] = []) => [
  ...(followed(index, text, earlier, { topic: earlier.id, actors }).lent ?? []),
];

test('what is lent are the telling words of the earlier title, and the actors who were named', () => {
  expect(lentTo('and when was that')).toEqual(['harbour', 'clock', 'stop']);
  expect(lentTo('and when was that', cost, ['corvane'])).toEqual(['repair', 'cost', '@corvane']);
});

test('what the question says itself is not lent', () => {
  expect(lentTo('and the clock')).toEqual(['harbour', 'stop']);
});

test('whoever names somebody does not speak of those who were named before', () => {
  expect(lentTo('and mirelda quandt', cost, ['corvane'])).toEqual(['repair', 'cost']);
});

test('the words are the own ones and after them those that are lent', () => {
  const { words, asking } = followed(index, 'and the tower', stopped, { topic: stopped.id, actors: [] });
  expect(words.map(({ typed }) => typed)).toEqual(['and', 'the', 'tower', 'harbour', 'clock', 'stop']);
  expect(asking).toBe('why');
});

test.each([
  ['and was it then', true],
  ['what did they do', true],
  ['was it lightning', false],
  ['who was paid for it', false],
])('"%s" cannot do without what was before: %s', (typed, needs) => {
  expect(needsWhatWasBefore(index, questionOf(index, typed))).toBe(needs);
});

test('a question that says what it wants is not asked as the one before it', () => {
  expect(followed(index, 'when', stopped, { topic: stopped.id, actors: [] }).asking).toBe('when');
});

const before = { topic: 'repair-cost', actors: [] };

test.each([
  ['source?', 'it asks for more about "What did the repair cost?"'],
  ['who was paid for it', 'it goes on from "What did the repair cost?"'],
])('"%s" is answered after an answer, and said to have been read so', (typed, reading) => {
  expect(find(index, typed, before).readings).toEqual([reading]);
  expect(ask(index, typed, before)).toMatchObject({ kind: 'answer', topic: { id: 'repair-cost' } });
});

test('without an answer before it, it is not', () => {
  expect(ask(index, 'source?').kind).toBe('miss');
  expect(find(index, 'who was paid for it').readings).toEqual([]);
});

test.each([
  ['was it lightning', 'why-stopped'],
  ['why did the harbour clock stop', 'why-stopped'],
])('"%s" is asked in a curator’s words and does not lean on what came before', (typed, id) => {
  expect(find(index, typed, before).readings).toEqual([]);
  expect(ask(index, typed, before)).toMatchObject({ kind: 'answer', topic: { id } });
});

test('a question of another matter is missed, whatever came before', () => {
  for (const typed of ['who won the world cup', 'and was it the cup'])
    expect(ask(index, typed, before)).toEqual(ask(index, typed));
});

test('a topic that a correction has taken away is forgotten', () => {
  const gone = { topic: 'gone', actors: ['nobody'] };
  for (const typed of ['source?', 'and when was that', 'why did the harbour clock stop'])
    expect(ask(index, typed, gone)).toEqual(ask(index, typed));
});

test('an actor whom a correction has taken away is no reason to fail', () => {
  const after = { ...before, actors: ['nobody'] };
  expect(ask(index, 'source?', after)).toMatchObject({ kind: 'answer', topic: { id: 'repair-cost' } });
  expect(ask(index, 'who was paid for it', after).kind).not.toBe('miss');
});
