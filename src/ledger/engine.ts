import type { Dialect } from 'kysely';
import type { Db, Trx } from './tables.ts';

/** What differs between the databases that a ledger can be kept in: everything else is the same queries. */
export type Engine = {
  readonly name: 'sqlite' | 'postgres';
  /** Where it is, without a password. */
  readonly place: string;
  readonly dialect: Dialect;
  /** Makes a transaction the only one that writes, until it ends. */
  readonly lock: (trx: Trx) => Promise<void>;
  /** Tells the other replicas, when the transaction is committed, that there is something new. */
  readonly announce: (trx: Trx) => Promise<void>;
  /** What makes of an error of the database. */
  readonly judge: (error: unknown) => Trouble;
  /** What the database itself finds wrong with its files. */
  readonly inspect: (db: Db) => Promise<string | undefined>;
  /** Calls back whenever somebody else may have written. Gives back what ends it. */
  readonly watch: (db: Db, news: () => Promise<void>) => () => Promise<void>;
  /** Does away with what erased words may have left behind in its files. */
  readonly scrub: (db: Db) => Promise<void>;
  /** Whatever is left open once the connections are closed. */
  readonly close: () => Promise<void>;
};

/** `again`: worth another try at once. The others say, in a sentence, why the database cannot be used. */
export type Trouble =
  | { readonly is: 'again'; readonly why: string }
  | { readonly is: 'away'; readonly why: string }
  | { readonly is: 'damaged'; readonly why: string }
  | { readonly is: 'bug' };
