import { hasSome, type NonEmpty, type Topic } from '../model.ts';
import { type Features, features } from './features.ts';
import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';
import type { Ranked } from './rank.ts';

/** What the gate lets through, and the sentences that say why: for moderators and for whoever tunes it. */
export type Decision = { readonly why: readonly string[] } & (
  | { readonly is: 'sure'; readonly topic: Topic }
  | { readonly is: 'choice'; readonly topics: NonEmpty<Topic> }
  | { readonly is: 'miss'; readonly foreign: readonly string[]; readonly absent: readonly string[] }
);

/** A score from which a topic answers, and one from which it is at least offered. */
const SURE = 0.42;
const MAYBE = 0.32;
/** Two topics nearer to each other than this cannot be told apart; three times as near, both are offered. */
const MARGIN = 0.04;
/** Of the question's weight, how much may lie outside the story. */
const OUTSIDE = 0.42;
/** A question whose words weigh less than this says too little to be sure of: "and the others?". */
const ENOUGH = 0.5;

/** Answer, offer a choice, or say that the record does not answer. Ranking is left to `rank`; here nothing is ordered. */
export const gate = (index: Index, question: readonly Word[], ranked: readonly Ranked[]): Decision => {
  const seen = features(index, question, ranked);
  const why = grounds(question, ranked, seen);
  const { fits, foreign, strangers, outside, said } = seen;
  const [best, next] = fits;

  const miss = (because: string): Decision => ({
    is: 'miss',
    foreign,
    absent: best === undefined ? seen.absent : [],
    why: [...why, because],
  });
  const sure = (topic: Topic, because: string): Decision => ({ is: 'sure', topic, why: [...why, because] });

  if (ranked[0] === undefined) return miss('no wording shares a word with it');
  if (best !== undefined && isVerbatim(best) && outside === 0 && !(next !== undefined && isVerbatim(next)))
    return sure(best.topic, 'it is asked in these very words');
  if (seen.asksAdvice) return miss('it asks for advice, and the record gives none');
  if (strangers.length > 0) return miss(`the record does not know ${strangers.join(', ')}`);
  if (outside > OUTSIDE) return miss('too much of it lies outside the story');
  if (seen.lacksCount) return miss('it asks for a number, and the facts hold none');
  if (best === undefined) return miss(`nothing is said there of ${seen.absent.join(', ')}`);
  if (said < ENOUGH / 2 && !seen.isOfStory && !isNearlyVerbatim(best) && !namesSomebody(index, question))
    return miss('it says too little');

  const score = best.score * (1 - outside);
  const isNearest = ranked.every(
    ({ topic, score: other }) => topic === best.topic || best.score - other >= MARGIN,
  );
  const isEnough = seen.isOfStory
    ? said >= ENOUGH
    : isNearlyVerbatim(best) && !namesSomebody(index, question);
  if (score >= SURE && isNearest && isEnough && !isStray(index, question, best.topic))
    return sure(best.topic, 'near enough, and nearer than any other');
  if (score < MAYBE) return miss('not near enough');

  const near = fits
    .slice(0, 3)
    .filter((one) => best.score - one.score < 3 * MARGIN)
    .map(({ topic }) => topic);
  return hasSome(near)
    ? {
        is: 'choice',
        topics: near,
        why: [...why, near.length > 1 ? 'more than one is as near' : 'near, but not surely meant'],
      }
    : miss('not near enough');
};

const isVerbatim = ({ asked, held }: Ranked): boolean => asked === 1 && held === 1;

const isNearlyVerbatim = ({ asked, held }: Ranked): boolean => asked > 0.9 && held > 0.6;

/** One word finds its topic only where the topic is called so; and a name alone asks nothing yet. */
const isStray = ({ lexicon }: Index, [only, ...others]: readonly Word[], { title }: Topic): boolean =>
  others.length === 0 &&
  only !== undefined &&
  (lexicon.actorOf(only.token) !== undefined ||
    !lexicon.read(title).some(({ token }) => token === only.token));

const namesSomebody = ({ lexicon }: Index, question: readonly Word[]): boolean =>
  question.some(({ token }) => lexicon.actorOf(token) !== undefined);

const grounds = (
  question: readonly Word[],
  ranked: readonly Ranked[],
  { foreign, outside }: Features,
): string[] => [
  ...ranked.slice(0, 2).map(({ topic, score }) => `${topic.id} at ${score.toFixed(2)}`),
  ...question.flatMap(({ typed, repaired }) =>
    repaired === undefined ? [] : [`"${typed}" read as "${repaired}"`],
  ),
  ...(foreign.length > 0
    ? [`outside the story: ${foreign.join(', ')} (${Math.round(outside * 100)} % of its weight)`]
    : []),
];
