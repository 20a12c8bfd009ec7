import { expect, test } from 'vitest';
import { problemLine } from '../../src/story/problem.ts';
import { read } from '../../src/story/read.ts';
import { type StoryFile, storyFiles } from '../../src/story/schema.ts';
import { type Changes, filesOf, storyOf } from './story-of.ts';

const problemsOf = (files: Record<StoryFile, unknown>): string[] => {
  const outcome = read(files);
  return 'problems' in outcome ? outcome.problems.map(problemLine) : [];
};

const statement = { by: 'corvane', on: '2031-03-05', kind: 'opinion', gist: 'So it is.' };

type Mistake = [mistake: string, changes: Changes, problem: string];

const mistakes: readonly Mistake[] = [
  [
    'a key that is missing',
    { 'facts.facts.cost.text': undefined },
    'facts.yaml · facts › cost › text: is missing',
  ],
  [
    'a key that is misspelt',
    { 'facts.facts.cost.resst': [] },
    'facts.yaml · facts › cost: holds a key that is not known here: "resst"',
  ],
  [
    'a key on top that is misspelt',
    { 'story.tittle': 'x' },
    'story.yaml · holds a key that is not known here: "tittle"',
  ],
  [
    'a number where text belongs',
    { 'actors.actors.corvane.name': 7 },
    'actors.yaml · actors › corvane › name: should be a text',
  ],
  [
    'text where a number belongs',
    { 'sources.sources.echo-report.statements.echo-silent.line': '1' },
    'sources.yaml · sources › echo-report › statements › echo-silent › line: should be a number',
  ],
  [
    'one value where a list belongs',
    { 'facts.facts.cost.rests': 'minutes-cost' },
    'facts.yaml · facts › cost › rests: should be a list',
  ],
  [
    'text where keys belong',
    { 'facts.facts.cost': 'It cost a lot.' },
    'facts.yaml · facts › cost: should be a group of keys',
  ],
  ['a list where keys belong', { 'actors.actors': [] }, 'actors.yaml · actors: should be a group of keys'],
  ['an empty file', { sources: null }, 'sources.yaml · should be a group of keys'],
  [
    'a year without its quotation marks',
    { 'facts.facts.cost.asOf': 2031 },
    'facts.yaml · facts › cost › asOf: is a date: 2018-06-05, 2018-06 or "2018" (a year alone needs the quotation marks)',
  ],
  [
    'a date in another form',
    { 'facts.facts.cost.asOf': '4 March 2031' },
    'facts.yaml · facts › cost › asOf: is a date: 2018-06-05, 2018-06 or "2018"',
  ],
  [
    'a day that there never was',
    { 'facts.facts.cost.asOf': '2031-02-29' },
    'facts.yaml · facts › cost › asOf: is no day of the calendar',
  ],
  [
    'a month that there is not',
    { 'facts.facts.cost.when': '2031-13' },
    'facts.yaml · facts › cost › when: is no day of the calendar',
  ],
  [
    'a standing that there is not',
    { 'facts.facts.cost.standing': 'true' },
    'facts.yaml · facts › cost › standing: should be one of: established, stated, disputed, contradicted, unknown',
  ],
  ['text that is empty', { 'facts.facts.cost.text': '  ' }, 'facts.yaml · facts › cost › text: is empty'],
  [
    'text that is too long',
    { 'facts.facts.cost.text': 'x'.repeat(331) },
    'facts.yaml · facts › cost › text: is longer than 330 characters',
  ],
  [
    'a fact without evidence',
    { 'facts.facts.cost.rests': [] },
    'facts.yaml · facts › cost › rests: names no statement: a fact without evidence cannot be published',
  ],
  [
    'a topic that nobody asks about',
    { 'facts.topics.repair-cost.asked': [] },
    'facts.yaml · topics › repair-cost › asked: names no way in which people ask',
  ],
  [
    'a topic without facts',
    { 'facts.topics.repair-cost.facts': [] },
    'facts.yaml · topics › repair-cost › facts: names no fact',
  ],
  ['nothing to begin with', { 'story.start': [] }, 'story.yaml · start: names no topic'],
  [
    'an id that is none',
    { 'facts.facts.Cost_1': { text: 'x', standing: 'stated', asOf: '2031', rests: ['minutes-cost'] } },
    'facts.yaml · facts › Cost_1: has a key that is an id: small letters, digits and single hyphens',
  ],
  [
    'a path for an id',
    { 'story.article': '../../etc/passwd' },
    'story.yaml · article: is an id: small letters, digits and single hyphens',
  ],
  [
    'an id that is too long',
    { 'story.article': 'a'.repeat(41) },
    'story.yaml · article: is longer than 40 characters',
  ],
  [
    'an address that is not safe',
    { 'sources.sources.minutes.url': 'http://tarn.example' },
    'sources.yaml · sources › minutes › url: is no https address',
  ],
  [
    'an address that is a script',
    { 'sources.sources.minutes.url': 'javascript:alert`1`' },
    'sources.yaml · sources › minutes › url: is no https address',
  ],
  [
    'an address that would end its own link',
    { 'sources.sources.minutes.url': 'https://tarn.example/a)b' },
    'sources.yaml · sources › minutes › url: holds a character that would break the link',
  ],
  [
    'a synonym of two words',
    { 'story.synonyms': [['stop', 'stand still']] },
    'story.yaml · synonyms › 0 › 1: is one word',
  ],
  [
    'a fingerprint that is none',
    { 'sources.sources.minutes.fingerprint': ['The text itself'] },
    'sources.yaml · sources › minutes › fingerprint › 0: is no fingerprint',
  ],
  ...storyFiles.map(
    (file): Mistake => [
      `${file}.yaml cut short`,
      { [`${file}.end`]: undefined },
      `${file}.yaml · end: is missing or wrong: the last line of the file must be "end: true", or the file was cut short`,
    ],
  ),
  [
    'an end that is not quite there',
    { 'facts.end': 'tru' },
    'facts.yaml · end: is missing or wrong: the last line of the file must be "end: true", or the file was cut short',
  ],
];

const strays: readonly Mistake[] = [
  [
    'a speaker who is not there',
    { 'sources.sources.minutes.statements.minutes-cost.by': 'nobody' },
    'sources.yaml · sources › minutes › statements › minutes-cost › by: there is no actor called "nobody"',
  ],
  [
    'evidence that is not there',
    { 'facts.facts.cost.rests': ['minutes-cost', 'hearsay'] },
    'facts.yaml · facts › cost › rests › 1: there is no statement called "hearsay"',
  ],
  [
    'another side that is not there',
    { 'facts.facts.lightning.against': ['hearsay'] },
    'facts.yaml · facts › lightning › against › 0: there is no statement called "hearsay"',
  ],
  [
    'a fact that is not there',
    { 'facts.topics.repair-cost.facts': ['cost', 'tip'] },
    'facts.yaml · topics › repair-cost › facts › 1: there is no fact called "tip"',
  ],
  [
    'a next topic that is not there',
    { 'facts.topics.repair-cost.next': ['weather'] },
    'facts.yaml · topics › repair-cost › next › 0: there is no topic called "weather"',
  ],
  [
    'a first topic that is not there',
    { 'story.start': ['weather', 'why-stopped'] },
    'story.yaml · start › 0: there is no topic called "weather"',
  ],
  [
    'an article that is not there',
    { 'story.article': 'the-news' },
    'story.yaml · article: there is no source called "the-news"',
  ],
  [
    'what every object has for a name',
    { 'story.article': 'constructor' },
    'story.yaml · article: there is no source called "constructor"',
  ],
  [
    'evidence named twice',
    { 'facts.facts.cost.rests': ['minutes-cost', 'minutes-cost'] },
    'facts.yaml · facts › cost › rests › 1: names "minutes-cost" a second time',
  ],
  [
    'another side named twice',
    { 'facts.facts.lightning.against': ['minutes-no-storm', 'minutes-no-storm'] },
    'facts.yaml · facts › lightning › against › 1: names "minutes-no-storm" a second time',
  ],
  [
    'a fact named twice',
    { 'facts.topics.repair-cost.facts': ['cost', 'fell-silent', 'cost'] },
    'facts.yaml · topics › repair-cost › facts › 2: names "cost" a second time',
  ],
  [
    'a next topic named twice',
    { 'facts.topics.repair-cost.next': ['why-stopped', 'why-stopped'] },
    'facts.yaml · topics › repair-cost › next › 1: names "why-stopped" a second time',
  ],
  [
    'a first topic named twice',
    { 'story.start': ['why-stopped', 'why-stopped'] },
    'story.yaml · start › 1: names "why-stopped" a second time',
  ],
  [
    'two statements of one name',
    { 'sources.sources.minutes.statements.echo-silent': statement },
    'sources.yaml · sources › minutes › statements › echo-silent: has the name of another statement',
  ],
  ...(
    [
      ['a quote without its line', { quote: 'So it is and so it was.' }],
      ['a quote and a gist', { quote: 'So it is and so it was.', line: 1, gist: 'So it is.' }],
      ['a gist with a line', { gist: 'So it is.', line: 1 }],
      ['a line of nothing', { line: 1 }],
      ['a statement that says nothing', {}],
    ] as const
  ).map(
    ([mistake, words]): Mistake => [
      mistake,
      {
        'sources.sources.minutes.statements.minutes-cost': {
          by: 'tarn-council',
          on: '2031-04-02',
          kind: 'opinion',
          ...words,
        },
      },
      'sources.yaml · sources › minutes › statements › minutes-cost: needs either a quote with its line (or the day on which it was read there), or a gist, and not both',
    ],
  ),
];

test.each([...mistakes, ...strays])('told with its place, and nothing else is: %s', (_, changes, problem) => {
  expect(problemsOf(filesOf(changes))).toEqual([problem]);
});

test.each([
  ['a control character', '\u0007'],
  ['a NUL', '\u0000'],
  ['a line break', '\n'],
  ['a character without width', '\u200b'],
  ['a joiner', '\u200d'],
  ['a turn of the writing direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['a soft hyphen', '\u00ad'],
  ['a line separator', '\u2028'],
  ['a character of nobody’s', '\ue000'],
  ['half a character', '\ud83d'],
  ['a tag', '\u{e0041}'],
])('refused wherever a reader would be shown it: %s', (_, character) => {
  const text = `Nine${character}hundred`;
  const shown = {
    'story.title': text,
    'sources.sources.minutes.publisher': text,
    'sources.sources.minutes.title': text,
    'sources.sources.echo-report.author': text,
    'sources.sources.minutes.statements.minutes-cost.gist': text,
    'facts.topics.repair-cost.title': text,
    'facts.topics.repair-cost.asked': [text],
    'facts.facts.cost.text': text,
    'actors.actors.corvane.name': text,
    'actors.actors.corvane.what': text,
    'actors.actors.corvane.also': [text],
  };
  expect(problemsOf(filesOf(shown))).toHaveLength(Object.keys(shown).length);
  expect(problemsOf(filesOf({ 'facts.facts.cost.text': text }))).toEqual([
    'facts.yaml · facts › cost › text: holds a character that cannot be seen (a control or direction mark)',
  ]);
});

test('letters of any script, and emoji, are welcome', () => {
  const also = ['科凡', 'корван', 'कोर्वन', 'قرفان', 'כורוון', 'Corvané', '🕰️'];
  expect(storyOf({ 'actors.actors.corvane.also': also }).actors.get('corvane')?.also).toEqual(also);
});

test('all mistakes in the form of all files are told at once', () => {
  const problems = problemsOf(
    filesOf(Object.assign({}, ...mistakes.slice(0, 4).map(([, changes]) => changes))),
  );
  expect(problems).toHaveLength(4);
  expect(problemsOf({ story: 1, sources: 2, facts: 3, actors: 4, languages: 5, phrasings: 6 })).toHaveLength(
    6,
  );
});

test('all stray ids of all files are told at once', () => {
  const some = strays.filter(([mistake]) => mistake.endsWith('not there'));
  const told = problemsOf(filesOf(Object.assign({}, ...some.map(([, changes]) => changes))));
  expect(told.toSorted()).toEqual(some.map(([, , problem]) => problem).toSorted());
  expect(told).toHaveLength(7);
});

test('an entry with a problem of its own brings no further problem upon those that name it', () => {
  const changes = {
    'sources.sources.minutes.statements.minutes-cost.by': 'nobody',
    'facts.facts.cost.rests': ['hearsay'],
  };
  expect(problemsOf(filesOf(changes))).toHaveLength(2);
});

test('a good story is linked: what is named twice is one thing', () => {
  const { topics, facts, statements, sources, actors, start, article } = storyOf();
  const [why, cost] = [topics.get('why-stopped'), topics.get('repair-cost')];
  expect(why?.facts[0]).toBe(facts.get('lightning'));
  expect(why?.next[0]).toBe(cost);
  expect(cost?.next[0]).toBe(why);
  expect(start[0]).toBe(why);
  expect(facts.get('lightning')?.rests[0]).toBe(statements.get('corvane-lightning'));
  expect(facts.get('lightning')?.against[0]).toBe(statements.get('minutes-no-storm'));
  expect(statements.get('corvane-lightning')?.by).toBe(actors.get('corvane'));
  expect(statements.get('corvane-lightning')?.source).toBe(sources.get('echo-report'));
  expect(article).toBe(sources.get('echo-report'));
});

test('a quote keeps its line, and what is left out is empty', () => {
  const { statements, facts, sources, actors } = storyOf();
  expect(statements.get('echo-silent')?.wording).toEqual({
    as: 'quote',
    text: 'The harbour clock fell silent on Tuesday',
    line: 1,
  });
  expect(statements.get('minutes-cost')?.wording.as).toBe('gist');
  expect(facts.get('cost')?.against).toEqual([]);
  expect(sources.get('minutes')?.fingerprint).toEqual([]);
  expect(actors.get('tarn-echo')?.also).toEqual([]);
  expect(storyOf({ 'story.synonyms': undefined })).toMatchObject({ synonyms: [], exceptions: [] });
});

test('an id may be any word, even one that every object answers to', () => {
  const { topics } = storyOf({
    'facts.topics.constructor': {
      title: 'Who built the clock?',
      asked: ['who made it'],
      facts: ['cost'],
      next: ['constructor'],
    },
  });
  expect(topics.get('constructor')?.next).toEqual([topics.get('constructor')]);
});

test.each([
  ['is too long', 'a'.repeat(101)],
  ['hides a character', 'why did it\u202E stop'],
])('of a block of lines one that %s is told, and the others are not', (_, bad) => {
  const block = `why did it stop\n${bad}\nwho wound it up\n`;
  const [problem, ...others] = problemsOf(filesOf({ 'phrasings.phrasings': { 'why-stopped': block } }));
  expect(problem).toContain('phrasings.yaml · phrasings › why-stopped: "');
  expect(problem).toContain('is longer than 100 characters, or holds one that cannot be seen');
  expect(others).toEqual([]);
});
