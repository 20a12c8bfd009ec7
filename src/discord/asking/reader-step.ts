import type { Desk, Marks, Questions } from '../../desk/surface.ts';
import type { Index } from '../../story/search/index.ts';
import type { Replying } from '../command.ts';
import type { Filled } from '../filled.ts';
import type { Recent } from '../recent.ts';

/** What a reader's step is given: what it may leave with the moderators, and nothing that changes a fact. */
export type Leaving = {
  readonly index: Index;
  readonly values: readonly string[];
  readonly filled: Filled;
  /** Discord's id of whoever takes it. */
  readonly person: string;
  readonly channel: string | undefined;
  /** Discord's id of the interaction: what comes twice is done once. */
  readonly key: string;
  readonly recent: Pick<Recent, 'question' | 'leaves'>;
  readonly ask: Questions['ask'];
  readonly marks: Pick<Marks, 'helpful' | 'wrong'>;
  readonly entry: Desk['entry'];
};

/** What a button or a form under an answer does for anybody who reads it. */
export type ReaderStep = (leaving: Leaving) => Replying;
