import type { Change } from '../story/entry.ts';
import type { NonEmpty } from '../story/model.ts';

/** What a moderator wants changed, and why, in words for other moderators and for those who follow the story. */
export type Draft = { readonly changes: NonEmpty<Change>; readonly why: string };

/** A line of the ledger: entries as they were and as they became, together or not at all. Never altered, never taken out. */
export type Revision = Draft & {
  /** Counted from 1, without a gap: the order of the ledger, whatever the clocks said. */
  readonly seq: number;
  /** Discord's id of the interaction that asked for it: what arrives twice is entered once. */
  readonly key: string;
  /** The row in which it stands who made it: a name can be taken out there, and the chain still holds. */
  readonly by: number;
  /** The row of whoever approved it; nothing where nobody had to. */
  readonly approvedBy: number | null;
  readonly at: string;
  /** The revision that this one takes back. */
  readonly undoes: number | null;
  /** The hash of the revision before it. */
  readonly prev: string;
  readonly hash: string;
};

/** A revision with the people behind it, as far as the ledger still knows them. */
export type Recorded = Revision & {
  readonly author: string | undefined;
  readonly approver: string | undefined;
};
