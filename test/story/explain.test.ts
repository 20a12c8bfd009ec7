import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ask } from '../../src/story/ask.ts';
import { phrases } from '../../src/story/explain/phrases.ts';
import { explain } from '../../src/story/explain.ts';
import { find } from '../../src/story/find.ts';
import { signs } from '../../src/story/search/signs.ts';
import { parts } from '../../src/story/search/weights.ts';
import { indexOf } from './story-of.ts';
import { anything, pastes } from './typed.ts';

const index = indexOf();
const { story } = index;
const words = [...story.topics.values()].flatMap(({ title, asked }) =>
  [title, ...asked].flatMap((text) => text.split(' ')),
);

const reasons = (typed: string, after?: string): Record<string, string> => {
  const before = after === undefined ? undefined : { topic: after, actors: [] };
  return Object.fromEntries(
    explain(index, find(index, typed, before)).map(({ about, sentences }) => [about, sentences.join(' ')]),
  );
};

test('of an answered question: how it was read, how likely it was, and what came next', () => {
  const told = reasons('did corvnae blame lihgtning');
  expect(Object.keys(told)).toEqual(expect.arrayContaining(['How it was read', 'What was decided']));
  expect(told['How it was read']).toContain(
    '"corvnae" was taken for Corvane. "lihgtning" was read as "lightning"',
  );
  expect(told['What was decided']).toMatch(
    /^It got the answer to "Why did the harbour clock stop\?"\. That is \d+ % likely; 60 % is enough to answer, 38 % to offer a choice\.$/,
  );
  expect(told['What spoke for it']).toMatch(/\(\+\d\.\d\)/);
  expect(told['The closest wording']).toMatch(
    /^"was it lightning": \d+ % of the weight of both is shared\.$/,
  );
});

test('of words that count as another: which', () => {
  expect(reasons('why did the clock halt')['How it was read']).toContain('"halt" counts as "stop".');
});

test('of a question that is not answered: what is nearest, and the word without which it would have been', () => {
  const told = reasons('was it Fabrizon who stopped the harbour clock');
  expect(told['What was decided']).toMatch(
    /^It got no answer\. Nearest is "Why did the harbour clock stop\?", \d+ %/,
  );
  expect(told['How it was read']).toContain('Outside the story: "fabrizon".');
  expect(told['What would have changed it']).toMatch(
    /^Without "fabrizon" it would have got (the answer to|a choice:) "Why did the harbour clock stop\?" \(\d+ % likely\)\./,
  );
});

/** Words that would have changed the decision, as the reasons name them. */
const named = (told: string): { readonly words: string; readonly isAnswer: boolean }[] =>
  [...told.matchAll(/Without "([^"]+)" it would have got (the answer|a choice|no answer)/g)].map(
    ([, out = '', what]) => ({ words: out, isAnswer: what === 'the answer' }),
  );

test.each([
  'was it Fabrizon who stopped the harbour clock',
  'what did the repair cost Fabrizon',
  'why did the harbour clock of Fabrizon stop',
  'how many crowns was mirelda quandt paid for the repair',
  'did corvane blame lightning',
  'why did the harbour clock of zanzibar stop',
])('what is said to have changed "%s" does, when it is asked so', (typed) => {
  for (const { words: out, isAnswer } of named(reasons(typed)['What would have changed it'] ?? '')) {
    const rest = typed.replace(new RegExp(` ?${out}`, 'i'), '');
    expect(rest).not.toBe(typed);
    expect(ask(index, rest).kind === 'answer').toBe(isAnswer);
  }
});

test('words that the record knows, and that the topic does not speak of, are named', () => {
  expect(reasons('why did the harbour clock stop for mirelda quandt')['How it was read']).toContain(
    'Known to the record, but not spoken of under the topic: "mirelda quandt"',
  );
});

test('a question about somebody whom the record does not know says what held it back', () => {
  const { decision } = find(index, 'what was the price of the repair by Fabrizon');
  const told = reasons('what was the price of the repair by Fabrizon')['What was decided'] ?? '';
  const isHeldBack = decision.is === 'miss' && decision.probability >= 0.42;
  expect(told.includes('It was held back all the same')).toBe(isHeldBack);
});

test('a question that goes on from another says from which', () => {
  expect(reasons('are you sure', 'why-stopped')['How it was read']).toMatch(
    /"Why did the harbour clock stop\?"/,
  );
});

test('a topic that was picked was not weighed: nothing is said to have spoken for it', () => {
  expect(Object.keys(reasons('why-stopped'))).toEqual(['How it was read', 'What was decided']);
});

test('a question that shares no word with the record is told so', () => {
  expect(reasons('asdf qwer zxcv')['What was decided']).toContain('It got no answer.');
  expect(reasons('')['What was decided']).toBe(
    'It got no answer. It shares no word with any wording of the record.',
  );
});

test('what facts say is not told: that needs its sources', () => {
  for (const typed of ['was it lightning', 'how many crowns were paid', 'mirelda quandt 900 crowns'])
    for (const { text } of story.facts.values())
      expect(JSON.stringify(explain(index, find(index, typed)))).not.toContain(text);
});

test('each sign and each part has its phrase, and no two have the same', () => {
  const all = [...new Set([...signs, ...parts])].map((one) => phrases[one]);
  expect(new Set(all).size).toBe(all.length);
});

const isTold = (typed: string): boolean =>
  explain(index, find(index, typed)).every(({ sentences }) => sentences.every((one) => one.length > 0));

test('whatever is asked, there are reasons', () => {
  fc.assert(fc.property(anything(words), isTold));
});

test.each(pastes)('of 6,000 characters of %s reasons are few', (_, paste) => {
  expect(JSON.stringify(explain(index, find(index, paste))).length).toBeLessThan(6_000);
});
