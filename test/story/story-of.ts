import { fingerprint } from '../../src/story/fingerprint.ts';
import type { Story } from '../../src/story/model.ts';
import { problemLine } from '../../src/story/problem.ts';
import { read } from '../../src/story/read.ts';
import type { StoryFile } from '../../src/story/schema.ts';
import { english } from '../../src/story/search/english.ts';
import { type Index, index } from '../../src/story/search/index.ts';

/** What the Echo printed. */
export const report = `The harbour clock fell silent on Tuesday, and nobody knows why.
Corvane said that lightning struck the tower before dawn.`;

const files = {
  story: {
    title: 'The harbour clock of Tarn',
    article: 'echo-report',
    lines: [{ line: 2, as: 'no claim', note: 'Told again by Corvane.' }],
    start: ['why-stopped', 'repair-cost'],
    synonyms: [['stop', 'halt']],
    end: true,
  },
  sources: {
    sources: {
      'echo-report': {
        publisher: 'Tarn Echo',
        title: 'Harbour clock falls silent',
        author: 'Ilse Varnholt',
        date: '2031-03-05',
        url: 'https://echo.example/clock',
        kind: 'newspaper report',
        trust: 'good',
        fingerprint: fingerprint(report),
        statements: {
          'echo-silent': {
            by: 'tarn-echo',
            on: '2031-03-05',
            kind: 'reported',
            quote: 'The harbour clock fell silent on Tuesday',
            line: 1,
          },
          'corvane-lightning': {
            by: 'corvane',
            on: '2031-03-05',
            kind: 'on the record',
            gist: 'Lightning struck the tower on 4 March 2031, and stopped the clock.',
          },
        },
      },
      minutes: {
        publisher: 'Tarn council',
        title: 'Minutes of 2 April 2031',
        date: '2031-04-02',
        kind: 'official record',
        trust: 'strong',
        statements: {
          'minutes-cost': {
            by: 'tarn-council',
            on: '2031-04-02',
            kind: 'on the record',
            gist: 'Mirelda Quandt repaired the clock for 900 crowns.',
          },
          'minutes-no-storm': {
            by: 'tarn-council',
            on: '2031-04-02',
            kind: 'denied',
            gist: 'No lightning was seen that night.',
          },
        },
      },
    },
    end: true,
  },
  facts: {
    topics: {
      'why-stopped': {
        title: 'Why did the harbour clock stop?',
        asked: ['what made the clock fall silent', 'was it lightning'],
        facts: ['lightning', 'fell-silent'],
        next: ['repair-cost'],
      },
      'repair-cost': {
        title: 'What did the repair cost?',
        asked: ['what was the price of the repair', 'how many crowns were paid'],
        facts: ['cost'],
        next: ['why-stopped'],
      },
    },
    facts: {
      'fell-silent': {
        text: 'The Echo wrote on 5 March 2031 that the harbour clock had fallen silent.',
        standing: 'established',
        asOf: '2031-03-05',
        when: '2031-03-04',
        rests: ['echo-silent'],
      },
      lightning: {
        text: 'Corvane blamed lightning for it; the council said in April 2031 that none was seen.',
        standing: 'disputed',
        asOf: '2031-04-02',
        rests: ['corvane-lightning'],
        against: ['minutes-no-storm'],
      },
      cost: {
        text: 'Mirelda Quandt was paid 900 crowns for the repair.',
        standing: 'stated',
        asOf: '2031-04',
        rests: ['minutes-cost'],
      },
    },
    end: true,
  },
  actors: {
    actors: {
      'tarn-echo': { name: 'Tarn Echo', kind: 'publisher', what: 'A newspaper.' },
      corvane: {
        name: 'Corvane',
        kind: 'company',
        what: 'The company that looks after the tower.',
        also: ['corvane works', '科凡'],
      },
      'tarn-council': { name: 'Tarn council', kind: 'body', what: 'Those who run the town.' },
      'mirelda-quandt': {
        name: 'Mirelda Quandt',
        kind: 'person',
        what: 'A clockmaker.',
        also: ['quandt'],
      },
    },
    end: true,
  },
  languages: { languages: {}, end: true },
  phrasings: { phrasings: {}, end: true },
};

/** Values by the keys that lead to them: `{ 'facts.facts.cost.asOf': 2031 }`. Undefined takes one out. */
export type Changes = Readonly<Record<string, unknown>>;

/** The files of a small invented story, as a parser would hand them over, changed here and there. */
export const filesOf = (changes: Changes = {}): Record<StoryFile, unknown> => {
  const changed = structuredClone(files);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce((so: object, key) => Reflect.get(so, key), changed);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, value);
  }
  return changed;
};

/** The story that they tell. */
export const storyOf = (changes: Changes = {}): Story => {
  const outcome = read(filesOf(changes));
  if ('story' in outcome) return outcome.story;
  throw new Error(outcome.problems.map(problemLine).join('\n'));
};

const language = english();

/** The same, ready to be asked. */
export const indexOf = (changes: Changes = {}): Index => index(storyOf(changes), language);
