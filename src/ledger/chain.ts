import { createHash } from 'node:crypto';
import type { Tables } from './tables.ts';

type Row = Tables['revision'];

/** What the first revision builds on. */
export const START = '0'.repeat(64);

/** The hash of a revision: of every letter that counts, and of the whole ledger before it. Nobody's name is in it. */
export const hashOf = ({
  seq,
  key,
  by,
  approved_by,
  at,
  why,
  changes,
  undoes,
  prev,
}: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, key, by, approved_by, at, why, changes, undoes, prev]))
    .digest('hex');

/** Where a ledger ends. */
export type End = { readonly seq: number; readonly hash: string };

/** Why the rows do not go on from there, each from the one before it; nothing where they do. */
export const breakIn = (from: End, rows: readonly Row[]): string | undefined => {
  let last = from;
  for (const row of rows) {
    if (row.seq !== last.seq + 1) return `revision ${last.seq + 1} is missing`;
    if (row.prev !== last.hash) return `revision ${row.seq} does not build on the one before it`;
    if (row.hash !== hashOf(row)) return `revision ${row.seq} is not what it was when it was written`;
    last = row;
  }
  return undefined;
};
