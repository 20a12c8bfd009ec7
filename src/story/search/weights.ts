import learnt from './learnt.json' with { type: 'json' };
import type { Sign } from './signs.ts';

/** What a topic is ranked by, each part between 0 and 1. */
export const parts = [
  'fit',
  'covers',
  'held',
  'title',
  'toldClose',
  'around',
  'core',
  'share',
  'actors',
  'unasked',
  'asking',
  'fuzzy',
  'meant',
  'alike',
  'odds',
  'closest',
  'near',
  'coupled',
  'coupledShare',
  'votes',
] as const;

export type Part = (typeof parts)[number];

/** How much each part and each sign counts. They are measures of any story's wordings, so a new story does with the same. */
export type Weights = {
  readonly rank: Readonly<Record<Part, number>>;
  readonly gate: Readonly<Record<Sign, number>>;
  readonly bias: number;
};

/** Worked out by a script from questions; `learnt.json` says from which. */
export const weights: Weights = learnt;
