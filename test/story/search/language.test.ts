import { expect, test } from 'vitest';
import { ask } from '../../../src/story/ask.ts';
import { indexOf } from '../story-of.ts';

const language = (name: string, words: string) => ({
  name,
  answered: `${name}: answered.`,
  missed: `${name}: missed.`,
  words,
});

/** Two languages that nobody speaks, one of them written without spaces. */
const index = indexOf({
  'languages.languages': {
    tarnish: language(
      'Tarnish',
      `
      vorpa: why
      vorpa na: since when
      klokka: clock
      stilté: stop
      hapna: what happened
      zu:
      the: stop
      l'ombra: shadow
    `,
    ),
    quen: language('Quen', '為: why\n時鐘: clock\n停: stop\n了:\n時: hour'),
  },
});

const read = (text: string): readonly [string, string] | undefined => {
  const reading = index.interpret(text);
  return reading && [reading.language.id, reading.english];
};

test.each([
  ['every word is in its table', 'vorpa klokka stilté', ['tarnish', 'why clock stop']],
  ['it is shouted', 'VORPA KLOKKA STILTÉ!!!', ['tarnish', 'why clock stop']],
  ['its accents are left out', 'vorpa klokka stilte', ['tarnish', 'why clock stop']],
  ['its accents are typed as marks of their own', 'vorpa klokka stilte\u0301', ['tarnish', 'why clock stop']],
  ['a phrase says more than its first word', 'vorpa na klokka', ['tarnish', 'since when clock']],
  ['words that say nothing fall out', 'vorpa zu klokka', ['tarnish', 'why clock']],
  ['a name of the story stands among them', 'vorpa corvane klokka', ['tarnish', 'why corvane clock']],
  ['a name of nobody stands among them', 'vorpa klokka Fabrizon', ['tarnish', 'why clock fabrizon']],
  ['an apostrophe joins two words', "vorpa l'ombra", ['tarnish', 'why shadow']],
  ['it is written without spaces', '為時鐘停了', ['quen', 'why clock stop']],
  ['a longer word is seen before a shorter', '為時', ['quen', 'why hour']],
  ['a name in letters stands within it', '為corvane停', ['quen', 'why corvane stop']],
] as const)('read where %s', (_, text, reading) => {
  expect(read(text)).toEqual(reading);
});

test.each([
  ['English', 'why did the harbour clock stop'],
  ['English with one word of it', 'why did the harbour klokka stop'],
  ['English that shares a word with its table', 'the the the'],
  ['words of no table', 'perkele miksi kello pysahtyi'],
  ['mostly words of no table', 'vorpa miksi kello pysahtyi nyt'],
  ['a name alone', 'corvane'],
  ['nothing', ''],
  ['signs', '?!'],
])('not read as another language: %s', (_, text) => {
  expect(read(text)).toBeUndefined();
});

test('a story without tables reads nothing', () => {
  expect(indexOf().interpret('vorpa klokka stilté')).toBeUndefined();
});

test('what a language answers, offers or misses is said to be so in it', () => {
  expect(ask(index, 'vorpa harbour klokka stilté')).toMatchObject({
    kind: 'answer',
    topic: { id: 'why-stopped' },
    language: { id: 'tarnish', answered: 'Tarnish: answered.' },
  });
  expect(ask(index, 'hapna zu Fabrizon')).toMatchObject({ kind: 'miss', language: { id: 'tarnish' } });
  expect(ask(index, 'what happened to Fabrizon')).not.toHaveProperty('language');
});
