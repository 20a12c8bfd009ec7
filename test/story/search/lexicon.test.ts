import { expect, test } from 'vitest';
import { indexOf } from '../story-of.ts';

const { lexicon } = indexOf();

/** What each word was taken for, where it was not taken as it was typed. */
const repairsOf = (typed: string): [string, string][] =>
  lexicon
    .read(typed)
    .flatMap(({ typed: word, repaired }) => (repaired === undefined ? [] : [[word, repaired]]));

test.each([
  ['one letter wrong', 'corvene', 'corvane'],
  ['one letter too few', 'covane', 'corvane'],
  ['one letter too many', 'corvanne', 'corvane'],
  ['two letters that changed places', 'covrane', 'corvane'],
  ['two letters wrong', 'corvino', 'corvane'],
  ['two letters too few in a long word', 'lghtnng', 'lightning'],
  ['two letters that changed places in a short word', 'clcok', 'clock'],
  ['a name’s second word', 'quadnt', 'quandt'],
])('repaired: %s', (_, typed, meant) => {
  expect(repairsOf(typed)).toEqual([[typed, meant]]);
});

test.each([
  ['an English word near one of the story', 'block'],
  ['another', 'flock'],
  ['one that is two letters away', 'lightening'],
  ['a word of the story near another', 'crowns'],
  ['a name', 'corvane'],
  ['a name in capitals', 'CORVANE'],
  ['a form of a word of the story', 'repairing'],
  ['a form of a word that only the story has', 'corvanes'],
  ['a synonym', 'halted'],
  ['a number with letters', 'q4x9'],
  ['a word of two letters', 'cl'],
  ['a word that is nowhere near', 'zyxwvut'],
  ['another script', '科凡'],
])('left as it is: %s', (_, typed) => {
  expect(repairsOf(typed)).toEqual([]);
});

test.each([
  ['one name', 'corvane', 'corvane'],
  ['a name of two words', 'Mirelda Quandt', 'mirelda-quandt'],
  ['part of it, as it is also said', "quandt's", 'mirelda-quandt'],
  ['the longer of two names that begin so', 'corvane works', 'corvane'],
  ['a name in another script, between its words', '为什么科凡停了', 'corvane'],
  ['a name that was misspelt', 'mirelda quadnt', 'mirelda-quandt'],
])('taken for the actor: %s', (_, typed, id) => {
  const actors = lexicon.read(typed).flatMap(({ token }) => lexicon.actorOf(token) ?? []);
  expect(actors.map((actor) => actor.id)).toEqual([id]);
});

test('words of one meaning count as one, and so do the forms of a word', () => {
  const tokensOf = (text: string) => lexicon.read(text).map(({ token }) => token);
  expect(tokensOf('stop stopped stopping halt halted')).toEqual(Array(5).fill(tokensOf('stop')[0]));
  expect(tokensOf('repair')).not.toEqual(tokensOf('stop'));
});
