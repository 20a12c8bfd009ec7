import type { Kysely, Transaction } from 'kysely';
import type { ProposalState } from './proposal.ts';
import type { QuestionState } from './question.ts';

/** Dates are ISO texts and sort as such; changes are JSON texts, for their very letters are in the chain. */
export type Tables = {
  /** Who is who: the one place where anybody's name stands, outside the chain, so that it can be taken out. */
  person: { key: number; user: string | null; name: string | null };
  revision: {
    seq: number;
    key: string;
    by: number;
    approved_by: number | null;
    at: string;
    why: string;
    changes: string;
    undoes: number | null;
    prev: string;
    hash: string;
  };
  /** Which revision changed which entry: to find a fact's history without reading all of it. */
  touch: { seq: number; entry: string; id: string };
  /** One row: the ledger's own id, its end, and the last number given to anything. */
  head: { one: number; ledger: string; seq: number; hash: string; made: number };
  proposal: {
    id: number;
    key: string;
    state: ProposalState;
    author: number;
    reviewer: number | null;
    why: string;
    changes: string;
    word: string | null;
    created: string;
    reminded: string | null;
    revision: number | null;
    undoes: number | null;
    /** The interaction that brought it into its state. */
    acted: string;
  };
  /** What somebody has typed and not yet sent. */
  draft: { id: number; person: number; content: string; at: string };
  question: {
    id: number;
    same: string;
    text: string;
    state: QuestionState;
    count: number;
    first: string;
    last: string;
    claimed_by: number | null;
    topic: string | null;
  };
  waiting: { question: number; user: string; channel: string };
  mark: {
    id: number;
    fact: string;
    stamp: string;
    helpful: number;
    wrong: number;
    open: number;
    last: string;
  };
  reason: { id: number; mark: number; text: string };
  follower: { channel: string; guild: string; seq: number; posted: string | null };
  tally: { day: string; kind: string; topic: string; count: number };
};

/** The database, or one transaction of it. */
export type Db = Kysely<Tables>;
export type Trx = Transaction<Tables>;
