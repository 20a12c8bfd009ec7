import type { Proposal } from '../ledger/proposal.ts';
import type { Recorded } from '../ledger/revision.ts';
import type { Change, Entries, EntryKind } from '../story/entry.ts';
import type { NonEmpty } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import type { Written } from '../story/schema.ts';
import type { Index } from '../story/search/index.ts';

/** An entry as somebody sees it, with the stamp of that wording: the same wording, the same twelve letters and digits. */
export type Seen<K extends EntryKind = EntryKind> = { readonly value: Entries[K]; readonly stamp: string };

/** An entry that somebody wants otherwise. `seen` is the stamp of the wording that he had before him; nothing for a new one. */
export type Edit = {
  [K in EntryKind]: {
    readonly entry: K;
    readonly id: string;
    readonly after: Entries[K] | null;
    readonly seen: string | null;
  };
}[EntryKind];

/** The entry is no longer what the editor saw, or what the proposal builds on. */
export type Newer = {
  /** What was to be changed: `before` as the editor saw it where that is still known, and what he wants. */
  readonly change: Change;
  /** The newer wording, as it is told now; nothing where the entry is gone. */
  readonly now: Seen | null;
  /** The revision that brought it; nothing where the book itself was changed. */
  readonly revision: number | undefined;
};

export type Conflict = { readonly is: 'conflict'; readonly newer: NonEmpty<Newer> };

/** What the story would break with the change: all of it, in words for a curator. Nothing was written. */
export type Broken = { readonly is: 'problems'; readonly problems: NonEmpty<Problem> };

/** Every entry already says what it is to say. */
export type Unchanged = { readonly is: 'unchanged' };

/** The change as it would be, and the whole story with it, ready to be answered from. */
export type Ready = {
  readonly is: 'ready';
  readonly changes: NonEmpty<Change>;
  readonly index: Index;
  readonly written: Written;
};

export type Previewed = Ready | Conflict | Broken | Unchanged;

/** It is in the record. `isAgain`: the same interaction had done it before. */
export type Published = { readonly is: 'published'; readonly revision: Recorded; readonly isAgain: boolean };

export type Proposed =
  | { readonly is: 'proposed'; readonly proposal: Proposal; readonly isAgain: boolean }
  | Published
  | Conflict
  | Broken
  | Unchanged;

export type Approved = Published | Conflict | Broken | Unchanged;

/** The proposal as it stands after the act. */
export type Decided = { readonly is: 'decided'; readonly proposal: Proposal };
