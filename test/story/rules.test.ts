import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/story/fingerprint.ts';
import { problemLine } from '../../src/story/problem.ts';
import { allUsed } from '../../src/story/rules/all-used.ts';
import { answersFit } from '../../src/story/rules/answers-fit.ts';
import { bothSides } from '../../src/story/rules/both-sides.ts';
import { check } from '../../src/story/rules/check.ts';
import { gistsUnquoted } from '../../src/story/rules/gists-unquoted.ts';
import { numbersInEvidence } from '../../src/story/rules/numbers-in-evidence.ts';
import { phrasingsLeadHome } from '../../src/story/rules/phrasings-lead-home.ts';
import { phrasingsOnce } from '../../src/story/rules/phrasings-once.ts';
import { quotesVerbatim } from '../../src/story/rules/quotes-verbatim.ts';
import type { Rule } from '../../src/story/rules/rule.ts';
import { houseRules } from '../../src/story/rules/rules.ts';
import { type Changes, indexOf } from './story-of.ts';

const breachesOf = (rule: Rule, changes: Changes = {}): string[] =>
  rule.check(indexOf(changes)).map(problemLine);

const gist = { by: 'corvane', on: '2031-05-06', kind: 'opinion' };
const quoted = (quote: string, line = 1) => ({
  'sources.sources.echo-report.statements.echo-silent.quote': quote,
  'sources.sources.echo-report.statements.echo-silent.line': line,
});
const restingOn = (says: string, text: string) => ({
  'sources.sources.minutes.statements.minutes-cost.gist': says,
  'facts.facts.cost.text': text,
});

const cases: readonly [
  what: string,
  rule: Rule,
  breaks: Changes,
  problems: readonly string[],
  keeps: Changes,
][] = [
  [
    'a fact under no topic',
    allUsed,
    { 'facts.topics.why-stopped.facts': ['lightning'] },
    ['facts.yaml · facts › fell-silent: is shown by no topic'],
    {
      'facts.topics.repair-cost.facts': ['cost', 'fell-silent'],
      'facts.topics.why-stopped.facts': ['lightning'],
    },
  ],
  [
    'a statement under no fact',
    allUsed,
    { 'sources.sources.minutes.statements.idle': { ...gist, gist: 'So it is.' } },
    ['sources.yaml · sources › minutes › statements › idle: is cited by no fact'],
    {
      'sources.sources.minutes.statements.idle': { ...gist, gist: 'So it is.' },
      'facts.facts.lightning.against': ['minutes-no-storm', 'idle'],
    },
  ],
  [
    'a dispute with one side',
    bothSides,
    { 'facts.facts.cost.standing': 'disputed' },
    ['facts.yaml · facts › cost › against: is disputed, and names no statement against it'],
    { 'facts.facts.cost.standing': 'disputed', 'facts.facts.cost.against': ['minutes-no-storm'] },
  ],
  [
    'a contradiction of nothing',
    bothSides,
    { 'facts.facts.cost.standing': 'contradicted' },
    ['facts.yaml · facts › cost › against: is contradicted, and names no statement against it'],
    { 'facts.facts.cost.standing': 'contradicted', 'facts.facts.cost.against': ['minutes-no-storm'] },
  ],
  ...(['established', 'stated', 'unknown'] as const).map((standing): (typeof cases)[number] => [
    `something ${standing} with another side`,
    bothSides,
    { 'facts.facts.lightning.standing': standing },
    [`facts.yaml · facts › lightning › against: names statements against it, and is said to be ${standing}`],
    { 'facts.facts.lightning.standing': standing, 'facts.facts.lightning.against': [] },
  ]),
  ...['"so"', '“so”', '„so“', '«so»'].flatMap((words): (typeof cases)[number][] => [
    [
      `a gist with ${words} in it`,
      gistsUnquoted,
      { 'sources.sources.minutes.statements.minutes-cost.gist': `It was ${words}.` },
      ['sources.yaml · sources › minutes › statements › minutes-cost › gist: holds quotation marks'],
      { 'sources.sources.minutes.statements.minutes-cost.gist': "It was the council's, so." },
    ],
    [
      `a fact with ${words} in it`,
      gistsUnquoted,
      { 'facts.facts.cost.text': `It was ${words}.` },
      ['facts.yaml · facts › cost › text: holds quotation marks'],
      { 'facts.facts.cost.text': 'It was the council’s, so.' },
    ],
  ]),
  [
    'a quote with one word changed',
    quotesVerbatim,
    quoted('The harbour clock fell quiet on Tuesday'),
    [
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: does not stand word for word in line 1 of its source',
    ],
    quoted('“The harbour clock fell silent on Tuesday”'),
  ],
  [
    'a quote with the wrong line',
    quotesVerbatim,
    quoted('Corvane said that lightning struck'),
    [
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: does not stand word for word in line 1 of its source',
    ],
    quoted('Corvane said that lightning struck', 2),
  ],
  [
    'a quote of a source whose text nobody has seen',
    quotesVerbatim,
    { 'sources.sources.echo-report.fingerprint': undefined },
    [
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: does not stand word for word in line 1 of its source',
    ],
    {},
  ],
  [
    'a quote too short to be shown to stand',
    quotesVerbatim,
    quoted('The harbour clock'),
    [
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: has 3 words, and must have 4 to 30',
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: does not stand word for word in line 1 of its source',
    ],
    quoted('The harbour clock fell'),
  ],
  [
    'a quote that is a reprint',
    quotesVerbatim,
    {
      ...quoted(`${'tick '.repeat(30)}tock`),
      'sources.sources.echo-report.fingerprint': fingerprint('tick '.repeat(30).concat('tock')),
    },
    [
      'sources.yaml · sources › echo-report › statements › echo-silent › quote: has 31 words, and must have 4 to 30',
    ],
    {
      ...quoted(`${'tick '.repeat(29)}tock`),
      'sources.sources.echo-report.fingerprint': fingerprint('tick '.repeat(29).concat('tock')),
    },
  ],
  [
    'a figure that nobody gave',
    numbersInEvidence,
    { 'facts.facts.cost.text': 'She was paid 90 crowns.' },
    ['facts.yaml · facts › cost › text: none of its statements gives 90'],
    { 'facts.facts.cost.text': 'She was paid 900 crowns.' },
  ],
  [
    'a figure within a longer one',
    numbersInEvidence,
    restingOn('It cost 1900 crowns.', 'It cost 900 crowns.'),
    ['facts.yaml · facts › cost › text: none of its statements gives 900'],
    restingOn('It cost 1,900 crowns.', 'It cost 1900 crowns.'),
  ],
  [
    'a figure in words that nobody gave',
    numbersInEvidence,
    restingOn('It took 4 days.', 'It took three days.'),
    ['facts.yaml · facts › cost › text: none of its statements gives 3'],
    restingOn('It took 3 days.', 'It took three days.'),
  ],
  [
    'a fraction that was rounded',
    numbersInEvidence,
    restingOn('It took 3.5 days.', 'It took 3 days.'),
    ['facts.yaml · facts › cost › text: none of its statements gives 3'],
    restingOn('It took 3.5 days.', 'It took 3.5 days.'),
  ],
  [
    'a month that nobody gave',
    numbersInEvidence,
    { 'facts.facts.cost.text': 'She was paid in June.' },
    ['facts.yaml · facts › cost › text: none of its statements gives june'],
    { 'facts.facts.cost.text': 'She was paid in April.' },
  ],
  [
    'a day that nobody gave',
    numbersInEvidence,
    { 'facts.facts.cost.text': 'She was paid on 3 April 2031.' },
    ['facts.yaml · facts › cost › text: none of its statements gives 3'],
    { 'facts.facts.cost.text': 'She was paid on 2 April 2031.' },
  ],
  [
    'the same words under two topics',
    phrasingsOnce,
    { 'facts.topics.repair-cost.asked': ['Was it... LIGHTNING?'] },
    [
      'facts.yaml · topics › repair-cost › asked › 0: "Was it... LIGHTNING?" is already asked under "why-stopped"',
    ],
    { 'facts.topics.repair-cost.asked': ['Was it lightning that cost so much?'] },
  ],
  [
    'the same words twice under a topic',
    phrasingsOnce,
    { 'facts.topics.repair-cost.asked': ['what was paid', 'was paid what', 'what was paid?'] },
    ['facts.yaml · topics › repair-cost › asked › 2: "what was paid?" is already asked under "repair-cost"'],
    { 'facts.topics.repair-cost.asked': ['what was paid', 'was paid what'] },
  ],
  [
    'an answer that runs over',
    answersFit(({ points }) => points.length),
    {},
    ['facts.yaml · topics › why-stopped › facts: its answer takes 2 messages'],
    { 'facts.topics.why-stopped.facts': ['lightning'] },
  ],
];

test.each(cases)('refused: %s', (_, rule, breaks, problems) => {
  expect(breachesOf(rule, breaks)).toEqual(problems);
});

test.each(cases)('allowed: the twin of %s', (_, rule, __, ___, keeps) => {
  expect(breachesOf(rule, keeps)).toEqual([]);
});

test('"one" and "may" are words, and no figures', () => {
  expect(breachesOf(numbersInEvidence, { 'facts.facts.cost.text': 'One may ask who paid.' })).toEqual([]);
});

test('refused: a phrasing that says the same words as one of another topic, under both', () => {
  const asked = { 'facts.topics.repair-cost.asked': ['did the harbour clock stop why'] };
  expect(breachesOf(phrasingsLeadHome, asked)).toEqual([
    'facts.yaml · topics › why-stopped › title: "Why did the harbour clock stop?" says the same words as a way of asking "repair-cost"',
    'facts.yaml · topics › repair-cost › asked › 0: "did the harbour clock stop why" says the same words as a way of asking "why-stopped"',
  ]);
});

test('allowed: phrasings that their own topic answers', () => {
  expect(breachesOf(phrasingsLeadHome)).toEqual([]);
});

const houseRulesHere = houseRules(() => 1);

test('the small story keeps every house rule, so that each case breaks one alone', () => {
  expect(check(indexOf(), houseRulesHere)).toEqual([]);
});

test('every house rule has a case here, or a file of cases', () => {
  const files = readdirSync(new URL('rules', import.meta.url))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => basename(file, '.test.ts'));
  const tried = [...cases.map(([, { name }]) => name), phrasingsLeadHome.name, ...files];
  expect([...new Set(tried)].toSorted()).toEqual(houseRulesHere.map(({ name }) => name).toSorted());
});

const twoBreaches = {
  'facts.facts.cost.text': 'She was "paid".',
  'facts.facts.fell-silent.text': 'It was "silent".',
};
const exception = (rule: string, about: string) => ({ rule, about, because: 'It is their name.' });

test('a breach is told with the reason of its rule', () => {
  expect(check(indexOf(twoBreaches), houseRulesHere).map(problemLine)).toEqual(
    ['fell-silent', 'cost'].map(
      (id) =>
        `facts.yaml · facts › ${id} › text: holds quotation marks [gists-unquoted: ${gistsUnquoted.why}]`,
    ),
  );
});

test('an exception silences the one breach that it names', () => {
  const changes = { ...twoBreaches, 'story.exceptions': [exception('gists-unquoted', 'cost')] };
  expect(check(indexOf(changes), houseRulesHere).map(problemLine)).toEqual([
    expect.stringContaining('facts › fell-silent › text: holds quotation marks'),
  ]);
});

test('an exception to a rule is none to another', () => {
  const changes = {
    'facts.facts.cost.text': 'She was paid 90 crowns, "they" say.',
    'story.exceptions': [exception('gists-unquoted', 'cost')],
  };
  expect(check(indexOf(changes), houseRulesHere).map(problemLine)).toEqual([
    expect.stringContaining('none of its statements gives 90 [numbers-in-evidence'),
  ]);
});

test.each([
  ['a rule that is kept', exception('gists-unquoted', 'cost')],
  ['a rule that there is not', exception('no-such-rule', 'cost')],
  ['something that there is not', exception('gists-unquoted', 'nothing')],
])('an exception that is not needed is told: from %s', (_, idle) => {
  const changes = {
    'facts.facts.fell-silent.text': 'It was "silent".',
    'story.exceptions': [exception('gists-unquoted', 'fell-silent'), idle],
  };
  expect(check(indexOf(changes), houseRulesHere)).toEqual([
    {
      file: 'story.yaml',
      at: ['exceptions', 1],
      message: `"${idle.about}" keeps to ${idle.rule}: take this exception out`,
    },
  ]);
});
