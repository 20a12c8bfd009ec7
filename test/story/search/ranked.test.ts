import { readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import { expect, test } from 'vitest';
import { fuzzyOptions } from '../../../src/story/search/fuzzy.ts';
import { questions, rows } from './ranked-rows.ts';

/** So many rows of each question are kept, in their order. */
const BEST = 5;

const SNAPSHOT = new URL('ranked.snapshot.txt', import.meta.url);

const root = new URL('../../../', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const pinned: string = read('package.json').dependencies['fuse.js'];

const fuse = new Fuse(
  rows.map((text) => ({ text })),
  fuzzyOptions,
);

/** The score is fuse.js's own: 0 for a row that it finds equal. */
const rankedBy = (question: string): string =>
  [
    question,
    ...fuse
      .search(question)
      .slice(0, BEST)
      .map(({ item, score = 1 }) => `  ${score.toFixed(3)} ${item.text}`),
  ].join('\n');

test('what fuse.js makes of fixed rows is what it made of them before: look at each difference before you take it on with -u', async () => {
  const text = [`fuse.js ${pinned}`, ...questions.map(rankedBy)].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot(SNAPSHOT.pathname);
});

test('the snapshot is of the version that is pinned, and that is the one installed', () => {
  const [named = ''] = readFileSync(SNAPSHOT, 'utf8').split('\n');
  expect(named).toBe(`fuse.js ${pinned}`);
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('node_modules/fuse.js/package.json').version).toBe(pinned);
});

test('each row and each question is there once', () => {
  expect(new Set(rows).size).toBe(rows.length);
  expect(new Set(questions).size).toBe(questions.length);
});
