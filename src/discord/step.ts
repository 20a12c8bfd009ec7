import type { Story } from '../story/model.ts';
import type { Index } from '../story/search/index.ts';
import type { Replying } from './command.ts';
import type { Filled } from './filled.ts';
import type { Moderating } from './moderating.ts';

/** What a step is given: the desk, what its control was about, and what was chosen or filled in. */
export type Stepping = Moderating & {
  readonly story: Story;
  readonly index: Index;
  readonly values: readonly string[];
  readonly page: number;
  readonly chosen: readonly string[];
  readonly filled: Filled;
};

/** What a button, a select or a form of the moderators does. */
export type Step = (stepping: Stepping) => Replying;

export type Steps = ReadonlyMap<string, Step>;
