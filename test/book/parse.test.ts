import { expect, test } from 'vitest';
import { parse } from '../../src/book/parse.ts';
import { problemLine } from '../../src/story/problem.ts';

const problemsOf = (text: string): string[] => parse('facts.yaml', text).problems.map(problemLine);

test('keys and values are read as they are written, and nothing is guessed', () => {
  const text = 'a: no\nb: "2012"\nc: 12:30:00\nd: 2018-06-05\n2012: yes\nconstructor: [~, "é"]\nend: true\n';
  expect(parse('facts.yaml', text)).toMatchObject({
    problems: [],
    value: {
      a: 'no',
      b: '2012',
      c: '12:30:00',
      d: '2018-06-05',
      '2012': 'yes',
      constructor: [null, 'é'],
      end: true,
    },
  });
});

test.each([
  ['a quote that is not closed', 'a: 1\nb: "two\nc: 3\n', 4, 'Missing closing "quote'],
  ['a list that is not closed', 'a: [1, 2\nb: 3\n', 2, ''],
  ['a tab before a key', 'a:\n\tb: 1\n', 2, 'Tabs are not allowed as indentation'],
  ['a key under a value', 'a: 1\n  b: 2\n', 1, ''],
  ['a tag of nobody’s', 'a: 1\nb: !secret 2\n', 2, 'Unresolved tag: !secret'],
  ['an anchor', 'a: 1\nb: &x 2\n', 2, 'anchors (&) are not used here'],
  ['an anchor on a key', 'a: 1\n&x b: 2\n', 2, 'anchors (&) are not used here'],
  ['an anchor on a group', 'a: 1\nb: &x\n  c: 2\n', 3, 'anchors (&) are not used here'],
  ['an alias of nothing', 'a: 1\nb: *x\n', 2, 'aliases (*) are not used here: write the value out'],
  ['a second document', 'a: 1\n---\nb: 2\n', 2, 'a second document begins here (---): one file holds one'],
  ['a key twice', 'a: 1\nb: 2\na: 3\n', 3, '"a" stands here a second time'],
  [
    'a key twice, once in quotation marks',
    'x:\n  2012: 1\n  "2012": 2\n',
    3,
    '"2012" stands here a second time',
  ],
  ['a key twice in braces', 'x: { b: 1,\n  b: 2 }\n', 2, '"b" stands here a second time'],
  ['a key twice after 1.1’s manner', '%YAML 1.1\n---\na: 1\na: 2\n', 4, '"a" stands here a second time'],
  ['a key that is a list', 'a: 1\n[b, c]: 2\n', 2, 'a key is a word, not a list or a group of keys'],
  ['a key that is a group', 'a: 1\n? b: 2\n: 3\n', 2, 'a key is a word, not a list or a group of keys'],
  ['a key of JavaScript’s own', 'a: 1\n__proto__:\n  b: 1\n', 2, '"__proto__" is no key'],
  ['a key of JavaScript’s own, in quotation marks', 'a: { "__proto__": 1 }\n', 1, '"__proto__" is no key'],
  ['a key of JavaScript’s own, spelled out', 'a: { "\\u005f_proto__": 1 }\n', 1, '"__proto__" is no key'],
])('refused with its line: %s', (_, text, line, message) => {
  const { problems, value } = parse('facts.yaml', text);
  expect(problems.map(problemLine)).toContainEqual(
    expect.stringContaining(`facts.yaml, line ${line} · ${message}`),
  );
  expect(value).toBeUndefined();
});

test('each broken line is told, not the first alone', () => {
  expect(problemsOf('a: &x 1\nb: *x\na: 2\n')).toHaveLength(3);
});

const nest = (open: string, depth: number, close: string) => open.repeat(depth) + close.repeat(depth);
const bombs: readonly [string, () => string][] = [
  [
    'a billion laughs',
    () =>
      `a0: &a0 ha\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
  ],
  ['10,000 anchors', () => Array.from({ length: 10_000 }, (_, i) => `- &a${i} x`).join('\n')],
  ['keys within keys', () => `${'? '.repeat(400)}a`],
  ['keys within keys in braces', () => nest('{? ', 400, '}')],
  ['lists within lists', () => nest('[', 20_000, ']')],
  ['lists within lists, one under another', () => `${'- '.repeat(20_000)}a`],
  ['groups within groups', () => nest('{a: ', 5_000, '}')],
];

test.each(bombs)('refused in good time: %s', (_, bomb) => {
  const began = performance.now();
  expect(problemsOf(bomb())[0]).toMatch(/not used here|nested too deeply|a key is a word/);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('a very long file is read in good time', () => {
  const began = performance.now();
  const { value, problems } = parse(
    'facts.yaml',
    Array.from({ length: 20_000 }, (_, i) => `k${i}: x`).join('\n'),
  );
  expect([Object.keys(value ?? {}).length, problems]).toEqual([20_000, []]);
  expect(performance.now() - began).toBeLessThan(3_000);
});

const text = `# a comment
facts:
  cost:
    text: >-
      It cost
      a lot.
    rests:
      - minutes

      - ledger
end: true
`;

test.each([
  ['a value', ['facts', 'cost', 'text'], 4],
  ['an entry of a list', ['facts', 'cost', 'rests', 1], 10],
  ['a group', ['facts', 'cost'], 4],
  ['a key that is missing: where its group begins', ['facts', 'cost', 'asOf'], 4],
  ['an entry that is missing: where its list begins', ['facts', 'cost', 'rests', 7], 8],
  ['a whole branch that is missing', ['topics', 'why', 'title'], undefined],
  ['below a plain value', ['end', 'x'], 11],
  ['the file', [], undefined],
])('the line of %s', (_, at, line) => {
  expect(parse('facts.yaml', text).lineOf(at)).toBe(line);
});
