import Fuse from 'fuse.js';
import type { Index } from './index.ts';

/** fuse.js takes the longer the longer the question is: the words that weigh the most are enough for it. */
const WORDS = 8;

/** How fuse.js is asked. A snapshot of what it makes of fixed rows guards it: a change here changes that. */
export const fuzzyOptions = {
  keys: ['text'],
  includeScore: true,
  useTokenSearch: true,
  ignoreFieldNorm: true,
  threshold: 0.3,
};

/** What fuse.js makes of these rows: 1 for one that it finds equal, 0 for one that it does not find. */
export const fuzzyOf = (
  { rows }: Index,
  found: readonly number[],
  ids: readonly number[],
): ReadonlyMap<number, number> => {
  const telling = new Set(
    ids.toSorted((a, b) => (rows.weights[b] ?? 0) - (rows.weights[a] ?? 0)).slice(0, WORDS),
  );
  const pattern = ids.filter((id) => telling.has(id)).map(rows.nameOf);
  const fuse = new Fuse(
    found.map((row) => ({ row, text: Array.from(rows.tokensIn(row), rows.nameOf).join(' ') })),
    fuzzyOptions,
  );
  return new Map(fuse.search(pattern.join(' ')).map(({ item, score = 1 }) => [item.row, 1 - score]));
};
