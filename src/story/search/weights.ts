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
  'odds',
  'closest',
  'near',
  'coupled',
  'coupledShare',
  'votes',
  'thin',
] as const;

export type Part = (typeof parts)[number];

/** How much each part and each sign counts. They are measures of any story's wordings, so a new story does with the same. */
export type Weights = {
  readonly rank: Readonly<Record<Part, number>>;
  readonly gate: Readonly<Record<Sign, number>>;
  readonly bias: number;
};

/**
 * What counts for a topic of which hardly anybody has written down how it is asked, and for one of which hundreds of
 * ways are known. Worked out by a script from questions; `learnt.json` says from which.
 */
export const weights: { readonly few: Weights; readonly many: Weights } = learnt;

/** With so many wordings a topic is half known. */
const HALF = 40;

/** How well it is known how a topic is asked, by the number of its wordings: about 0 for a handful, 1 for hundreds. */
export const knownBy = (wordings: number): number => wordings ** 2 / (wordings ** 2 + HALF ** 2);

/** Between what counts where little is known and where much is. */
const between = (of: (one: Weights) => number, known: number): number =>
  of(weights.few) * (1 - known) + of(weights.many) * known;

export const rankWeight = (part: Part, known: number): number => between(({ rank }) => rank[part], known);

export const gateWeight = (sign: Sign, known: number): number => between(({ gate }) => gate[sign], known);

export const gateBias = (known: number): number => between(({ bias }) => bias, known);
