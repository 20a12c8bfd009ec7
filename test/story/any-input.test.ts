import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/story/answer.ts';
import { ask } from '../../src/story/ask.ts';
import { find } from '../../src/story/find.ts';
import { candidates } from '../../src/story/search/candidates.ts';
import { clausesOf } from '../../src/story/search/clauses.ts';
import { clean } from '../../src/story/search/clean.ts';
import type { Before } from '../../src/story/search/follow.ts';
import { questionOf } from '../../src/story/search/question.ts';
import { suggestTopics } from '../../src/story/search/suggest.ts';
import { indexOf } from './story-of.ts';
import { anything, pastes } from './typed.ts';

const tarnish = {
  name: 'Tarnish',
  answered: 'Tarnish: answered.',
  missed: 'Tarnish: missed.',
  words: 'vorpa: why\nklokka: clock\nstilte: stop\n為: why\n停: stop\nzu:',
};
const index = indexOf({
  'languages.languages': { tarnish },
  'facts.premises': { struck: { taken: ['lightning struck'], corrected: 'lightning' } },
  'phrasings.phrasings': { 'why-stopped': 'did the storm at gorvik stop it' },
});
const { story } = index;
const topics = [...story.topics.values()];
const words = topics.flatMap(({ title, asked }) => [title, ...asked].flatMap((text) => text.split(' ')));

const LENGTH = 6_000;
const SETTINGS = { seed: 20_310_305, numRuns: 60 };

const pieces = [
  ...words,
  ...['and', 'or', 'it', 'that', 'why?', 'who,', '1)', '2.', '(', ')', '...', '\n', '?', '!', ':', ' – '],
  ...['lightning struck', 'vorpa', 'klokka', '為停', '科凡', 'corvnae', 'Fabrizon', 'gorvik', 'source?'],
  ...['<@123456789012345678>', '<#1>', '<:clock:12>', 'https://a.example/b', '@everyone', '🕰️', '👩‍👩‍👧'],
  ...['idk', 'wats', 'y', 'l1ghtn1ng', 'clooock', '1907', '4', 'why-stopped', '+', 'ﷺ', 'لماذا', '\u202e'],
];

/** Texts as long as Discord takes them: rows of pieces, one of them over and over, and whatever else can be typed. */
const texts = fc.oneof(
  anything(pieces),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(' ')),
  fc
    .tuple(
      fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('', ' ', '\n'),
    )
    .map(([some, between]) => `${some.join(' ')}${between}`.repeat(LENGTH).slice(0, LENGTH)),
);

const befores: fc.Arbitrary<Before | undefined> = fc.constantFrom(
  undefined,
  { topic: 'why-stopped', actors: ['corvane'] },
  { topic: 'repair-cost', actors: [] },
  { topic: 'repair-cost', actors: ['nobody', 'mirelda-quandt'] },
  { topic: 'taken-away', actors: ['corvane'] },
);

const long: [string, string][] = [
  ['one letter', 'a '.repeat(3_000)],
  ['question marks', 'why? '.repeat(1_200)],
  ['questions', 'is it so? '.repeat(600)],
  ['short forms', 'idk '.repeat(1_500)],
  ['one letter drawn out', `wh${'y'.repeat(5_998)}`],
  ['brackets', '(('.repeat(3_000)],
  ['numbers of a list', '1) 2. '.repeat(1_000)],
];
const all = [...pastes, ...long];

const expectCited = ({ topic, corrected, points, citations }: Answer): void => {
  expect(topics).toContain(topic);
  const of = new Map(citations.map(({ mark, statement }) => [mark, statement]));
  for (const { fact, marks, against } of [...corrected, ...points]) {
    expect(marks.map((mark) => of.get(mark))).toEqual(fact.rests);
    expect(against.map((mark) => of.get(mark))).toEqual(fact.against);
  }
  const told = [...corrected, ...points].map(({ fact }) => fact);
  expect(new Set(told).size).toBe(told.length);
};

const expectSound = (typed: string, before: Before | undefined): void => {
  const reply = ask(index, typed, before);
  if (reply.kind === 'answer') expectCited(reply);
  else if (reply.kind === 'several') {
    for (const one of reply.answers) expectCited(one);
    expect(reply.answers[0].topic).not.toBe(reply.answers[1].topic);
  } else {
    const offered = reply.kind === 'choice' ? reply.topics : reply.nearest;
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.length).toBeLessThanOrEqual(3);
    expect(topics).toEqual(expect.arrayContaining([...offered]));
  }
};

test('whatever is asked, after whatever was told, the reply is sound', () => {
  fc.assert(fc.property(texts, befores, expectSound), SETTINGS);
});

test('whatever is asked, the same is found when it is asked again', () => {
  fc.assert(
    fc.property(texts, befores, texts, (typed, before, between) => {
      const first = find(index, typed, before);
      find(index, between);
      expect(find(index, typed, before)).toEqual(first);
    }),
    { ...SETTINGS, numRuns: 30 },
  );
});

test('whatever is being typed, topics are suggested, each once', () => {
  fc.assert(
    fc.property(texts, (typed) => {
      const suggested = suggestTopics(index, typed);
      expect(new Set(suggested).size).toBe(suggested.length);
      expect(topics).toEqual(expect.arrayContaining([...suggested]));
    }),
    SETTINGS,
  );
});

test('what a question costs is bounded: its letters, its clauses, the topics and rows it is held against', () => {
  const expectBounded = (typed: string): void => {
    const text = clean(typed);
    expect(text.split(' ').length).toBeLessThanOrEqual(48);
    expect(clausesOf(text).length).toBeLessThanOrEqual(3);
    const question = questionOf(index, text);
    const ids = [...new Set(question.words.flatMap(({ token }) => index.idOf(token) ?? []))];
    const { topics, silences } = candidates(index, ids);
    expect(topics.length).toBeLessThanOrEqual(12);
    expect(silences.length).toBeLessThanOrEqual(6);
    for (const { rows } of [...topics, ...silences]) expect(rows.length).toBeLessThanOrEqual(5);
  };
  fc.assert(fc.property(texts, expectBounded), SETTINGS);
  for (const [, paste] of all) expectBounded(paste);
});

test('the room that searches share is empty between them', () => {
  for (const [, paste] of all) find(index, paste);
  expect(index.scratch.shared.every((so) => so === 0)).toBe(true);
});

test.each(all)('6,000 characters of %s are met with a sound reply, and with the same again', (_, paste) => {
  for (const before of [undefined, { topic: 'why-stopped', actors: ['corvane'] }]) {
    expectSound(paste, before);
    expect(find(index, paste, before)).toEqual(find(index, paste, before));
  }
});
