import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { exported, writtenIn } from '../../src/book/export.ts';
import type { Change } from '../../src/story/entry.ts';
import { filesOf } from '../story/story-of.ts';
import { textsOf } from './programs.ts';

const ACTORS = `# Who is who
actors:
  corvane:   # the firm
    name: Corvane
    kind: company # since 2029
    # what it does
    what: >- # in short
      The company that looks after the tower, and after
      whatever hangs in it; it was founded in the town.
    also: [corvane works, 科凡]

  # people
  "quandt":
    name: 'Mirelda Quandt'
    kind: person
    what: A clockmaker
      who came from elsewhere.
    also:
      # as her friends say
      - quandt   # short
      - mirelda

  echo: { name: Tarn Echo, kind: publisher, what: A newspaper. }
  # the end is near
end: true
`;

/** What becomes of that file; the other files are the small story's. */
const after = (text: string, ...changes: Change[]): string => {
  const files = textsOf((file) => (file === 'actors' ? text : stringify(filesOf()[file])));
  return exported(files, changes).actors;
};

const actors = writtenIn(textsOf((file) => (file === 'actors' ? ACTORS : stringify(filesOf()[file])))).actors
  .actors;

/** A change of somebody who is there. */
const change = (id: string, to: object | null): Change =>
  ({ entry: 'actor', id, before: actors[id], after: to && { ...actors[id], ...to } }) as Change;

const added = (id: string, to: object): Change => ({ entry: 'actor', id, before: null, after: to }) as Change;

type Case = readonly [what: string, change: Change, from: string, to: string];

const cases: readonly Case[] = [
  ['a word', change('corvane', { kind: 'agency' }), 'kind: company #', 'kind: agency #'],
  [
    'one word of a folded text: the lines before and after it stay',
    change('corvane', { what: actors.corvane?.what.replace('hangs', 'stands') }),
    'whatever hangs in',
    'whatever stands in',
  ],
  [
    'a folded text that becomes short: it stays folded',
    change('corvane', { what: 'A company.' }),
    '      The company that looks after the tower, and after\n      whatever hangs in it; it was founded in the town.\n',
    '      A company.\n',
  ],
  [
    'a list in one line',
    change('corvane', { also: ['corvane works', 'the, firm', '2029'] }),
    '[corvane works, 科凡]',
    '[corvane works, "the, firm", "2029"]',
  ],
  [
    'a text in quotation marks that needs none',
    change('quandt', { name: 'Mirelda Q.' }),
    "name: 'Mirelda Quandt'",
    'name: Mirelda Q.',
  ],
  [
    'a text that goes on in the next line',
    change('quandt', { what: 'A clockmaker.' }),
    'A clockmaker\n      who came from elsewhere.',
    'A clockmaker.',
  ],
  [
    'what is put into a list',
    change('quandt', { also: ['quandt', 'the clockmaker', 'mirelda'] }),
    '      - mirelda',
    '      - the clockmaker\n      - mirelda',
  ],
  [
    'what is put before a list',
    change('quandt', { also: ['x', 'quandt', 'mirelda'] }),
    '      - quandt ',
    '      - x\n      - quandt ',
  ],
  [
    'what is put after a list',
    change('quandt', { also: ['quandt', 'mirelda', 'a: b'] }),
    '      - mirelda\n',
    '      - mirelda\n      - "a: b"\n',
  ],
  ['what is taken from a list', change('quandt', { also: ['quandt'] }), '      - mirelda\n', ''],
  [
    'a key that is taken out',
    change('corvane', { also: undefined }),
    '    also: [corvane works, 科凡]\n',
    '',
  ],
  [
    'an entry in braces',
    change('echo', { what: 'A paper, a weekly.' }),
    'what: A newspaper. }',
    'what: "A paper, a weekly." }',
  ],
  [
    'an entry in braces that grows too long for them',
    change('echo', { what: 'A newspaper that is printed in Tarn twice a week, and read there.' }),
    '  echo: { name: Tarn Echo, kind: publisher, what: A newspaper. }\n',
    '  echo:\n    name: Tarn Echo\n    kind: publisher\n    what: A newspaper that is printed in Tarn twice a week, and read there.\n',
  ],
  [
    'an entry that is taken out: the comment above it stays',
    change('quandt', null),
    ACTORS.slice(ACTORS.indexOf('  "quandt"'), ACTORS.indexOf('\n  echo')),
    '',
  ],
  [
    'an entry that is new comes last',
    added('mayor', { name: 'The mayor', kind: 'person', what: 'Short.', also: ['mayor'] }),
    'A newspaper. }\n',
    'A newspaper. }\n  mayor:\n    name: The mayor\n    kind: person\n    what: Short.\n    also: [mayor]\n',
  ],
];

test.each(cases)('only this is written anew: %s', (_, one, from, to) => {
  expect(ACTORS.split(from)).toHaveLength(2);
  expect(after(ACTORS, one)).toBe(ACTORS.replace(from, () => to));
});

test.each(cases)('the same where lines end as on Windows: %s', (_, one, from, to) => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  expect(after(windows(ACTORS), one)).toBe(windows(ACTORS.replace(from, () => to)));
});

test('the same behind a byte order mark', () => {
  expect(after(`\ufeff${ACTORS}`, change('corvane', { kind: 'agency' }))).toBe(
    `\ufeff${ACTORS.replace('kind: company', 'kind: agency')}`,
  );
});

test('what stood as a comment within a value that is written anew goes above it', () => {
  const odd = ACTORS.replace('[corvane works, 科凡]', '[ # short\n      corvane works,\n      科凡 ]');
  expect(after(odd, change('corvane', { also: ['corvane works'] }))).toContain(
    '    # short\n    also: [corvane works]\n\n  # people',
  );
});

test('what is new stands before an end without a line break', () => {
  const odd = `end: true\n${ACTORS.slice(0, ACTORS.indexOf('\n\n  # people'))}`;
  const two = odd.replace('actors:', 'actors:\n  echo: { name: Tarn Echo, kind: publisher, what: A. }');
  expect(after(two, added('x', { name: 'X', kind: 'body', what: 'A body.' }))).toBe(
    `${two}\n  x:\n    name: X\n    kind: body\n    what: >-\n      A body.\n`,
  );
});

test('the first entry of a group that was empty', () => {
  expect(
    after('actors: {} # none yet\nend: true\n', added('x', { name: 'X', kind: 'body', what: 'Some.' })),
  ).toBe('actors: # none yet\n  x:\n    name: X\n    kind: body\n    what: Some.\nend: true\n');
});

test('what the files say already is left alone', () => {
  const so = { ...change('corvane', { kind: 'agency' }), after: actors.corvane } as Change;
  expect(after(ACTORS, so)).toBe(ACTORS);
});

test('several changes of one entry count as one', () => {
  const first = change('corvane', { kind: 'agency' });
  const second = { ...first, before: first.after, after: { ...actors.corvane, kind: 'body' } } as Change;
  expect(after(ACTORS, first, second)).toBe(ACTORS.replace('kind: company', 'kind: body'));
});

test('what somebody changed in the files meanwhile is refused, and nothing is written', () => {
  const moved = ACTORS.replace('kind: company', 'kind: body');
  expect(() => after(moved, change('corvane', { kind: 'agency' }))).toThrow(
    'The actor "corvane" says something else in the files: it was changed there as well.',
  );
});

test('what no file may say is refused with its place', () => {
  expect(() => after(ACTORS, change('corvane', { name: 'Cor\u202evane' }))).toThrow(
    /^actors\.yaml · actors › corvane › name: /,
  );
});

test('a file that is all in braces is refused', () => {
  const braces = '{ actors: { x: { name: X, kind: body, what: Some. } }, end: true }\n';
  const x = { name: 'X', kind: 'body', what: 'Some.' };
  const edit = { entry: 'actor', id: 'x', before: x, after: { ...x, name: 'Y' } } as Change;
  expect(() => after(braces, edit)).toThrow(
    'actors.yaml is written in braces: give each key a line of its own.',
  );
});
