import type { Revision } from '../ledger/revision.ts';
import type { Change, Named } from '../story/entry.ts';

/** A revision that does not fit the book, the change of it that does not, and what the book says instead. */
export type Conflicting = {
  readonly revision: Revision;
  readonly change: Change;
  readonly now: Named['value'];
};
