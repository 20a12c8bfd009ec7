import type { Problem } from '../story/problem.ts';
import type { Written } from '../story/schema.ts';
import type { Index } from '../story/search/index.ts';
import type { Conflicting } from './overlay.ts';

/** The story as it is told: the book with the ledger laid over it, whole and unchanging. */
export type Present = {
  readonly index: Index;
  readonly written: Written;
  /** The last revision in it: 0 where there is none. */
  readonly seq: number;
  /** Revisions that the book says already. */
  readonly absorbed: ReadonlySet<number>;
  /** Revisions that the book contradicts: it is told as the book says, until moderators decide. */
  readonly conflicts: readonly Conflicting[];
  /** Why the ledger cannot be laid over the book at all; then the book is told alone. */
  readonly problems: readonly Problem[];
};
