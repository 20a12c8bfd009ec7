import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { openBook } from '../../src/book/open.ts';
import { problemLine } from '../../src/story/problem.ts';
import { storyFiles } from '../../src/story/schema.ts';
import { type Changes, filesOf } from '../story/story-of.ts';

/** A folder with the small story in it, and some of its files otherwise; it is gone after the test. */
const folderOf = (otherwise: Readonly<Record<string, string | Uint8Array>> = {}, changes: Changes = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = filesOf(changes);
  for (const file of storyFiles) writeFileSync(join(folder, `${file}.yaml`), stringify(files[file]));
  for (const [name, text] of Object.entries(otherwise)) writeFileSync(join(folder, name), text);
  return folder;
};

const problemsOf = async (folder: string): Promise<string[]> => {
  const book = await openBook(folder);
  return 'problems' in book ? book.problems.map(problemLine) : [];
};

test('a folder with the four files is a story', async () => {
  const book = await openBook(folderOf());
  expect('story' in book && book.story.title).toBe('The harbour clock of Tarn');
});

test('a problem of the story is told with its line', async () => {
  const actors = `actors:
  corvane:
    name: Corvane
    kind: company
    what: A company.
  tarn-echo:
    name: Tarn Echo
    kind: newspaper
    what: A newspaper.
  quandt: { name: Mirelda Quandt, kind: person, what: 7 }
end: true
`;
  expect(await problemsOf(folderOf({ 'actors.yaml': actors }))).toEqual([
    'actors.yaml, line 8 · actors › tarn-echo › kind: should be one of: person, company, agency, body, publisher',
    'actors.yaml, line 10 · actors › quandt › what: should be a text',
  ]);
});

test('a problem that is found later is placed on its line too', async () => {
  const book = await openBook(folderOf());
  if ('problems' in book) return expect.fail('it is no story');
  const located = book.locate({
    file: 'facts.yaml',
    at: ['topics', 'why-stopped', 'asked', 1],
    message: 'x',
  });
  expect(located.line).toBe(6);
  expect(book.locate({ file: 'notes.yaml', at: ['topics'], message: 'x' }).line).toBeUndefined();
});

test('broken files are all told at once, each with its lines', async () => {
  const broken = { 'story.yaml': 'title: "x\n', 'actors.yaml': 'actors: [\n', 'facts.yaml': 'a: 1\na: 2\n' };
  const problems = await problemsOf(folderOf(broken));
  for (const file of Object.keys(broken))
    expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${file}, line \\d+ · `)));
  expect(problems).not.toContainEqual(expect.stringContaining('sources.yaml'));
});

const MiB = 1024 * 1024;
const padded = (bytes: number) => {
  const text = stringify(filesOf().actors);
  return `${text}#${'x'.repeat(bytes - Buffer.byteLength(text) - 1)}`;
};

test('a file of 2 MiB is read', async () => {
  expect(await problemsOf(folderOf({ 'actors.yaml': padded(2 * MiB) }))).toEqual([]);
});

test.each([
  [
    'one byte over 2 MiB',
    { 'actors.yaml': padded(2 * MiB + 1) },
    'actors.yaml · is larger than 2097152 bytes',
  ],
  [
    'one value of 20 MB',
    { 'facts.yaml': Buffer.concat([Buffer.from('a: '), Buffer.alloc(20_000_000, 'x')]) },
    'facts.yaml · is larger than 2097152 bytes',
  ],
  [
    'bytes that are not UTF-8',
    { 'facts.yaml': Buffer.from([0x61, 0x3a, 0x20, 0xff, 0x0a]) },
    'facts.yaml · is not valid UTF-8',
  ],
  [
    'half a character of UTF-8',
    { 'facts.yaml': Buffer.from('a: é').subarray(0, -1) },
    'facts.yaml · is not valid UTF-8',
  ],
  [
    'another encoding',
    { 'facts.yaml': Buffer.from('\ufeffa: 1', 'utf16le') },
    'facts.yaml · is not valid UTF-8',
  ],
])('refused before it is parsed: %s', async (_, otherwise, problem) => {
  expect(await problemsOf(folderOf(otherwise))).toEqual([problem]);
});

test.each([
  ['a NUL', '\\0'],
  ['a turn of the writing direction', '\u202e'],
  ['a turn that is spelled out', '\\u202E'],
  ['a character without width', '\u200b'],
])('refused in a text, with its line: %s', async (_, character) => {
  const actors = `actors:\n  corvane:\n    name: "Cor${character}vane"\n    kind: company\n    what: A.\nend: true\n`;
  expect(await problemsOf(folderOf({ 'actors.yaml': actors }))).toEqual([
    'actors.yaml, line 3 · actors › corvane › name: holds a character that cannot be seen (a control or direction mark)',
  ]);
});

test.each([
  ['a turn of the writing direction', 'https://echo.example/\u202egnp.exe'],
  ['a character without width', 'https://echo.example/clo\u200bck'],
])('refused in an address: %s', async (_, url) => {
  const files = filesOf({ 'sources.sources.echo-report.url': url });
  expect(await problemsOf(folderOf({ 'sources.yaml': stringify(files.sources) }))).toEqual([
    expect.stringMatching(
      /^sources\.yaml, line 7 · sources › echo-report › url: holds a character that cannot be seen/,
    ),
  ]);
});

test('a character that cannot be seen is refused in a name of an entry', async () => {
  const actors = 'actors:\n  cor\u202evane: { name: C, kind: company, what: A. }\nend: true\n';
  expect(await problemsOf(folderOf({ 'actors.yaml': actors }))).toEqual([
    expect.stringContaining('has a key that is an id: small letters, digits and single hyphens'),
  ]);
});

test('a NUL that stands in the file as it is, is refused', async () => {
  const actors = 'actors:\n  corvane: { name: C\0x, kind: company, what: A. }\nend: true\n';
  expect(await problemsOf(folderOf({ 'actors.yaml': actors }))).toEqual([
    expect.stringMatching(
      /^actors\.yaml, line 2 · actors › corvane › name: holds a character that cannot be seen/,
    ),
  ]);
});

test('a file that is not there is told, and so are several', async () => {
  const folder = folderOf();
  unlinkSync(join(folder, 'facts.yaml'));
  expect(await problemsOf(folder)).toEqual(['facts.yaml · is not there']);
  unlinkSync(join(folder, 'actors.yaml'));
  expect(await problemsOf(folder)).toEqual(['facts.yaml · is not there', 'actors.yaml · is not there']);
});

test('a link is not followed, wherever it leads', async () => {
  const [folder, elsewhere] = [folderOf(), folderOf()];
  unlinkSync(join(folder, 'facts.yaml'));
  symlinkSync(join(elsewhere, 'facts.yaml'), join(folder, 'facts.yaml'));
  expect(await problemsOf(folder)).toEqual(['facts.yaml · is not a plain file']);
});

test('a folder in the place of a file is no file', async () => {
  const folder = folderOf();
  unlinkSync(join(folder, 'story.yaml'));
  mkdirSync(join(folder, 'story.yaml'));
  expect(await problemsOf(folder)).toEqual(['story.yaml · is not a plain file']);
});

test.each(['a-file', 'nowhere'])(
  'a folder that is none is told once, with the setting that names it: %s',
  async (name) => {
    const place = join(folderOf({ 'a-file': '' }), name);
    expect(await problemsOf(place)).toEqual([`${place} · is no folder here: is KNOWLEDGE_DIR right?`]);
  },
);

test.skipIf(process.getuid?.() === 0)('a file that may not be read is told', async () => {
  const folder = folderOf();
  chmodSync(join(folder, 'facts.yaml'), 0o000);
  expect(await problemsOf(folder)).toEqual(['facts.yaml · cannot be read (EACCES)']);
});
