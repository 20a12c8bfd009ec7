import type { Draft } from './revision.ts';

/** What may become of a proposal. From `open` and `sent-back` it can go on, from the others not. */
export type ProposalState = 'open' | 'sent-back' | 'declined' | 'withdrawn' | 'published';

/** A change that waits for a second moderator, or waited. */
export type Proposal = Draft & {
  readonly id: number;
  readonly state: ProposalState;
  /** Discord's id of whoever proposed it, and what he is called; nothing once he had himself erased. */
  readonly author: { readonly id: string; readonly name: string } | undefined;
  /** What the reviewer said when it was sent back or declined. */
  readonly word: string | undefined;
  readonly reviewer: string | undefined;
  readonly created: string;
  /** The revision that it became. */
  readonly revision: number | undefined;
  /** The revision that it would take back. */
  readonly undoes: number | undefined;
};
