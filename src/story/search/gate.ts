import { hasSome, type NonEmpty, type Topic } from '../model.ts';
import { type Features, features } from './features.ts';
import type { Index } from './index.ts';
import type { Question } from './question.ts';
import type { Ranked, Ranking } from './rank.ts';
import { signs } from './signs.ts';
import { gateBias, gateWeight } from './weights.ts';

/** What the gate lets through, and what it went by. */
export type Decision = {
  /** How likely the nearest topic is what was asked for: 0 to 1. */
  readonly probability: number;
  /** How likely it had to be to be answered. */
  readonly enough: number;
  readonly features: Features;
} & (
  | { readonly is: 'sure'; readonly topic: Topic }
  | { readonly is: 'choice'; readonly topics: NonEmpty<Topic> }
  | { readonly is: 'miss' }
);

/** How likely it must be to be answered, and to be offered at least. */
const SURE = 0.6;
export const MAYBE = 0.38;

/** One topic alone is no choice: it must be about as likely as not. */
const MAYBE_ALONE = 0.45;

/** Where the next topic is about as near, both are offered unless the first is far likelier. */
const SURE_TIED = 0.7;

/** A name alone asks nothing yet: it must point to one topic far more than to others. */
const SURE_OF_NAME = 0.9;

/** How likely it must be in spite of a name that nobody in the story has: it may be a word that is often a name. */
const SURE_IN_PASSING = 0.9;
const WELL_KNOWN = 0.5;

/** Two topics nearer to each other than this share what is likely between them: less is enough to offer both. */
const TIE = 0.2;
const MAYBE_TIED = 0.32;

/** So much nearer to a question that is asked in vain than to any that is answered, and it is asked in vain. */
const IN_VAIN = 0.3;

/** A topic is offered beside the nearest where it ranks no further behind than this. */
const BESIDE = 0.5;

/** Answer, offer a choice, or say that the record does not answer. Ranking is left to `rank`; here nothing is ordered. */
export const gate = (index: Index, question: Question, ranking: Ranking): Decision => {
  const seen = features(index, question, ranking);
  const { topics: ranked } = ranking;
  const [best, next] = ranked;
  const isBare = seen.signs.nameAlone === 1 || question.words.length === 1;
  const isTied = best !== undefined && next !== undefined && best.score - next.score < TIE;
  const enough = isBare ? SURE_OF_NAME : isTied ? SURE_TIED : SURE;
  const told = { probability: best === undefined ? 0 : likelihood(seen, best.known), enough, features: seen };
  const { probability } = told;
  if (best === undefined) return { is: 'miss', ...told };
  const [only] = question.words;
  // One word, and that not as it is spelt: only a name is known again so.
  if (question.words.length === 1 && only?.repaired !== undefined && seen.signs.nameAlone === 0)
    return { is: 'miss', ...told };
  const exact = seen.signs.outside === 0 ? verbatim(ranked) : undefined;
  if (exact !== undefined) return { is: 'sure', topic: exact, ...told };
  // Written down as a question on which the record is silent, or nearly so.
  if (seen.signs.silentClosest - seen.signs.closest > IN_VAIN) return { is: 'miss', ...told };
  // Of whom the record does not know it cannot speak, unless they are named in passing; and it gives no advice.
  const isInPassing = best.known > WELL_KNOWN && probability >= SURE_IN_PASSING;
  if (seen.signs.stranger > 0 && !isInPassing) return { is: 'miss', ...told };
  if (seen.signs.advice === 1) return { is: 'miss', ...told };
  if (probability >= enough) return { is: 'sure', topic: best.topic, ...told };
  const near = ranked.slice(0, 3).filter(({ score }) => best.score - score < BESIDE);
  const topics = near.map(({ topic }) => topic);
  const likelyEnough = isTied ? MAYBE_TIED : topics.length === 1 ? MAYBE_ALONE : MAYBE;
  const isOffered = probability >= likelyEnough || (isBare && seen.signs.little < 0.8);
  return isOffered && hasSome(topics) ? { is: 'choice', topics, ...told } : { is: 'miss', ...told };
};

const likelihood = ({ signs: seen }: Features, known: number): number => {
  const sum = signs.reduce((so, sign) => so + gateWeight(sign, known) * seen[sign], gateBias(known));
  return 1 / (1 + Math.exp(-sum));
};

/** The one topic in whose very words it is asked, in whatever order; nothing where it is asked in those of several. */
const verbatim = (ranked: readonly Ranked[]): Topic | undefined => {
  const [first, ...others] = ranked.filter(({ parts: { covers, held } }) => covers > 0.999 && held > 0.999);
  return others.length === 0 ? first?.topic : undefined;
};
