import type { Problem } from '../problem.ts';
import type { Index } from '../search/index.ts';

/** A breach of a house rule. `about` names the thing that breaks it: what an exception must name to allow it. */
export type Breach = Problem & { readonly about: string };

/** What every story must keep to, whoever changes it and wherever. */
export type Rule = {
  readonly name: string;
  /** The reason, for a curator who is told that he may not. */
  readonly why: string;
  readonly check: (index: Index) => readonly Breach[];
};
