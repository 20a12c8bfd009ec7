import type { Index } from '../story/search/index.ts';
import type { Commands } from './load.ts';
import type { Editing } from './moderating.ts';
import type { Observation } from './observation.ts';
import type { Recent } from './recent.ts';
import type { Speak } from './speak.ts';

/** Everything that answering needs, whichever door a question came through. */
export type House = {
  /** The story as it is now: a correction swaps it whole. */
  readonly index: () => Index;
  readonly commands: Commands;
  readonly version: string;
  /** What people were told last, for questions that make no sense alone. */
  readonly recent: Recent;
  /** Nothing where editing is off. */
  readonly editing?: Editing | undefined;
  /** Says something in a channel, unasked; nothing before there is a door to say it through. */
  readonly speak?: Speak | undefined;
  readonly observe: (seen: Observation) => void;
  /** Keeps a bug for the operator, without the words that the member typed, and gives the id that the apology quotes. */
  readonly report: (error: unknown, typed: readonly string[]) => string;
};
