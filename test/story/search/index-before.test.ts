import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Story } from '../../../src/story/model.ts';
import { english } from '../../../src/story/search/english.ts';
import { type Index, index, textOf } from '../../../src/story/search/index.ts';
import { questionOf } from '../../../src/story/search/question.ts';
import { rank } from '../../../src/story/search/rank.ts';
import { suggestTopics } from '../../../src/story/search/suggest.ts';
import { type Changes, storyOf } from '../story-of.ts';

const language = english();
const questions = [
  'why did the harbour clock stop',
  'what did the repairs cost corvane',
  'who was paid, mirelda quadnt or the echo',
  'did the heron see lihgtning on the quay',
  'when',
];

/** All that an answer can depend on, by value. */
const seen = (ready: Index) => {
  const { rows, topics, lexicon } = ready;
  const tokens = Array.from({ length: rows.weights.length }, (_, id) => rows.nameOf(id));
  return {
    topics: topics.map(({ id }) => id),
    tokens,
    rows: Array.from(rows.topic, (place, row) => ({
      place,
      text: textOf(ready, row),
      tokens: Array.from(rows.tokensIn(row), rows.nameOf),
      kind: rows.kind[row],
      asking: rows.asking[row],
      weight: rows.weight[row],
    })),
    first: [...rows.first],
    held: tokens.map((_, id) => [...rows.rowsWith(id)]),
    weights: [...rows.weights],
    isOurs: [...rows.isOurs],
    unnamed: [...ready.unnamed].sort(),
    read: questions.map((typed) => lexicon.read(typed)),
    ranked: questions.map((typed) =>
      rank(ready, questionOf(ready, typed)).topics.map(({ topic, score, parts }) => [topic.id, score, parts]),
    ),
    suggested: ['', 'c', 'why did the h', 'crowns'].map((typed) =>
      suggestTopics(ready, typed).map(({ id }) => id),
    ),
  };
};

const told = (story: Story, before: Index) => seen(index(story, language, before));
const anew = (story: Story) => seen(index(story, language));

const bare = { 'facts.topics.why-stopped.next': [], 'facts.topics.repair-cost.next': [] };
const heron = {
  'facts.topics.heron': {
    title: 'Did a heron perch on the tower?',
    asked: ['did a heron perch on it', 'was it the heron'],
    facts: ['fell-silent'],
  },
};
const dun = { name: 'Dun', kind: 'person', what: 'A rower.', also: ['the rower'] };

const edits: readonly (readonly [what: string, changes: Changes])[] = [
  ['nothing', {}],
  ['a new topic', heron],
  ['a title', { 'facts.topics.repair-cost.title': 'How many crowns did Corvane’s repair take?' }],
  ['a phrasing more', { 'facts.topics.repair-cost.asked': ['what was the price of the repair', 'a heron?'] }],
  ['other phrasings', { 'facts.topics.why-stopped.asked': ['was it the tide or the quay'] }],
  [
    'further phrasings',
    { 'phrasings.phrasings': { 'why-stopped': 'was it the rower\ndid the heron do it' } },
  ],
  ['the text of a fact', { 'facts.facts.cost.text': 'Mirelda Quandt was paid 950 crowns by the council.' }],
  ['facts in another order', { 'facts.topics.why-stopped.facts': ['fell-silent', 'lightning'] }],
  ['a fact less', { 'facts.topics.why-stopped.facts': ['lightning'] }],
  ['another speaker', { 'facts.facts.fell-silent.rests': ['echo-silent', 'minutes-no-storm'] }],
  ['a speaker less', { 'facts.facts.lightning.against': [] }],
  ['an actor', { 'actors.actors.dun': dun }],
  ['an actor’s other name', { 'actors.actors.corvane.also': ['corvane works', '科凡', 'heron'] }],
  [
    'synonyms',
    {
      'story.synonyms': [
        ['stop', 'halt'],
        ['repair', 'mend', 'fix'],
      ],
    },
  ],
  ['a premise', { 'facts.premises': { storm: { taken: ['lightning struck'], corrected: 'lightning' } } }],
];

test.each(edits)(
  'after a correction of %s, the index is what it would be if it were built anew',
  (_, changes) => {
    const story = storyOf({ ...bare, ...changes });
    expect(told(story, index(storyOf(bare), language))).toEqual(anew(story));
  },
);

test('a topic is put in between, or taken out, and the others move', () => {
  const { 'why-stopped': stopped, 'repair-cost': cost } = Object.fromEntries(storyOf(bare).topics);
  const all = index(storyOf({ ...bare, ...heron }), language).story;
  const middle = all.topics.get('heron');
  if (stopped === undefined || cost === undefined || middle === undefined) return expect.fail('no topics');
  const between = {
    ...all,
    topics: new Map([cost, middle, stopped].map((topic) => [topic.id, topic] as const)),
  };
  expect(told(between, index(storyOf(bare), language))).toEqual(anew(between));
});

test('corrections upon corrections, and some of them undone, leave the index as if it were built anew', () => {
  const some = fc.array(fc.array(fc.constantFrom(...edits), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(some, (steps) => {
      const stories = steps.map((step) =>
        storyOf(Object.assign({}, bare, ...step.map(([, changes]) => changes))),
      );
      const last = stories.reduce<Index>(
        (before, story) => index(story, language, before),
        index(storyOf(bare), language),
      );
      expect(seen(last)).toEqual(anew(last.story));
    }),
    { seed: 4, numRuns: 30 },
  );
});
