import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writtenIn } from '../../src/book/export.ts';
import { textsIn } from '../../src/book/write.ts';
import { exportLedger } from '../../src/desk/export.ts';
import { overlay } from '../../src/desk/overlay.ts';
import type { Judge } from '../../src/desk/present.ts';
import type { Revision } from '../../src/ledger/revision.ts';
import { type Change, entryIn } from '../../src/story/entry.ts';
import { read } from '../../src/story/read.ts';
import type { Written } from '../../src/story/schema.ts';
import { index } from '../../src/story/search/index.ts';

/** A copy of the lighthouse's story that can be written in. */
const copy = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('test/stories/lighthouse/knowledge', folder, { recursive: true });
  const texts = await textsIn(folder);
  return { folder, texts, book: writtenIn(texts) };
};

/** Revisions of a ledger, each of so many changes. */
const ledger = (...all: Change[][]): Revision[] =>
  all.map((changes, i) => {
    const [first, ...rest] = changes;
    if (first === undefined) throw new Error('A revision of nothing');
    return {
      seq: i + 1,
      key: `k${i}`,
      by: 1,
      approvedBy: null,
      at: '2031-01-01T00:00:00.000Z',
      undoes: null,
      prev: '',
      hash: '',
      why: 'It was wrong.',
      changes: [first, ...rest],
    };
  });

/** Whoever reads a story and has these objections. */
const judge = (...messages: string[]): Judge => ({
  understand: (written) => {
    const outcome = read(written);
    return 'story' in outcome ? { index: index(outcome.story) } : outcome;
  },
  check: () => messages.map((message) => ({ file: 'facts.yaml', at: ['facts'], message })),
});

/** A fact said otherwise. */
const reworded = (book: Written, id: string, text: string): Change => {
  const before = entryIn(book, 'fact', id);
  if (before === null) throw new Error(`There is no fact ${id}`);
  return { entry: 'fact', id, before, after: { ...before, text } };
};

const again = (change: Change, text: string): Change =>
  ({ ...change, before: change.after, after: { ...change.after, text } }) as Change;

test('what the ledger has is written into the files, only those lines, and is absorbed', async () => {
  const { folder, texts, book } = await copy();
  const first = reworded(book, 'burned-again', 'The lamp burned again on 5 March 1907.');
  const statement = entryIn(book, 'statement', 'log-dark');
  const fact = entryIn(book, 'fact', 'burned-again');
  if (statement === null || fact === null) return expect.fail('The story was changed');
  const revisions = ledger(
    [first],
    [
      { entry: 'statement', id: 'log-new', before: null, after: { ...statement, gist: 'It was dark.' } },
      { entry: 'fact', id: 'it-was-dark', before: null, after: { ...fact, against: [], rests: ['log-new'] } },
    ],
    [again(first, 'The lamp burned again at dusk on 5 March 1907.')],
  );
  const done = await exportLedger(folder, revisions, judge());
  expect(done).toMatchObject({ files: ['sources', 'facts'], revisions: [1, 2, 3], conflicts: [] });
  expect(done.lines.filter((line) => line.startsWith('-'))).toHaveLength(1);
  const now = await textsIn(folder);
  expect(now.actors).toBe(texts.actors);
  const reread = overlay(writtenIn(now), revisions);
  expect(reread).toMatchObject({ absorbed: new Set([1, 2, 3]), conflicts: [] });
  expect(await exportLedger(folder, revisions, judge())).toEqual({
    files: [],
    lines: [],
    revisions: [],
    conflicts: [],
  });
});

test('a revision that the files contradict is left to moderators, and the others are written', async () => {
  const { folder, book } = await copy();
  const [one = '', two = ''] = Object.keys(book.facts.facts);
  const strange = again(reworded(book, one, 'Nobody wrote this here.'), 'Nor this.');
  const fine = reworded(book, two, 'The lamp burned again on 5 March 1907.');
  const done = await exportLedger(folder, ledger([strange], [fine]), judge());
  expect(done).toMatchObject({ files: ['facts'], revisions: [2], conflicts: [{ revision: { seq: 1 } }] });
  expect(writtenIn(await textsIn(folder)).facts.facts[one]).toEqual(book.facts.facts[one]);
});

test('what breaks a house rule is not written', async () => {
  const { folder, texts, book } = await copy();
  const revisions = ledger([reworded(book, 'burned-again', 'The lamp burned again on 5 March 1907.')]);
  await expect(exportLedger(folder, revisions, judge('is too bold'))).rejects.toThrow(
    'facts.yaml · facts: is too bold',
  );
  expect(await textsIn(folder)).toEqual(texts);
});
