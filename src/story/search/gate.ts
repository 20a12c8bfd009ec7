import { hasSome, type NonEmpty, type Topic } from '../model.ts';
import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';
import type { Ranked } from './rank.ts';

/** What the gate lets through, and the sentences that say why: for moderators and for whoever tunes it. */
export type Decision = { readonly why: readonly string[] } & (
  | { readonly is: 'sure'; readonly topic: Topic }
  | { readonly is: 'choice'; readonly topics: NonEmpty<Topic> }
  | { readonly is: 'miss'; readonly foreign: readonly string[] }
);

const SURE = 0.44;
const MAYBE = 0.32;
/** Two topics nearer to each other than this cannot be told apart. */
const MARGIN = 0.04;
/** Of the question's weight, how much may lie outside the story. */
const FOREIGN = 0.45;
/** A question whose words weigh less than this says too little to be sure of: "and the others?". */
const ENOUGH = 0.5;

/** Answer, offer a choice, or say that the record does not answer. Ranking is left to `rank`; here nothing is ordered. */
export const gate = (index: Index, question: readonly Word[], ranked: readonly Ranked[]): Decision => {
  const [first, second, third] = ranked;
  const foreign = question.filter(({ token }) => !index.lexicon.knows(token));
  const outside = foreign.filter((word) => strangeness(index, word) >= 0.4).map(({ typed }) => typed);
  const share = foreignShare(index, question);
  const why = [
    first === undefined
      ? 'no wording shares a word with it'
      : `nearest: ${first.topic.id} at ${first.score.toFixed(2)}${second === undefined ? '' : `, then ${second.topic.id} at ${second.score.toFixed(2)}`}`,
    ...question.flatMap(({ typed, repaired }) =>
      repaired === undefined ? [] : [`"${typed}" read as "${repaired}"`],
    ),
    ...(outside.length > 0
      ? [`outside the story: ${outside.join(', ')} (${Math.round(share * 100)} % of its weight)`]
      : []),
  ];
  const miss = (because: string): Decision => ({ is: 'miss', foreign: outside, why: [...why, because] });

  if (first === undefined) return miss('nothing to go on');
  if (share > FOREIGN) return miss('too much of it lies outside the story');
  if (lacksCount(question, first.topic)) return miss('it asks for a number, and the facts hold none');

  const fits = ranked.filter(({ topic }) => missingActors(index, question, topic).length === 0);
  const [best, next] = fits;
  if (best === undefined) {
    const absent = missingActors(index, question, first.topic);
    return {
      is: 'miss',
      foreign: [...outside, ...absent],
      why: [...why, `not spoken of there: ${absent.join(', ')}`],
    };
  }
  const margin = best.score - (next?.score ?? 0);
  if (best.asked === 1 && best.held === 1 && !(next?.asked === 1 && next.held === 1))
    return { is: 'sure', topic: best.topic, why: [...why, 'it is asked in these very words'] };
  const said = weightOf(index, question);
  if (said < ENOUGH / 2 && !question.some(({ token }) => index.lexicon.actorOf(token)))
    return miss('it says too little');
  if (best.score * (1 - share) >= SURE && margin >= MARGIN && said >= ENOUGH)
    return { is: 'sure', topic: best.topic, why: [...why, 'near enough, and nearer than any other'] };
  if (best.score * (1 - share) < MAYBE) return miss('not near enough');
  const near = [best, next, third].flatMap((one) =>
    one !== undefined && fits.includes(one) && best.score - one.score < 3 * MARGIN ? [one.topic] : [],
  );
  return hasSome(near) && near.length > 1
    ? { is: 'choice', topics: near, why: [...why, 'more than one is as near'] }
    : { is: 'choice', topics: [best.topic], why: [...why, 'near, but not surely meant'] };
};

/** How strange a word is that the story does not know: 0 for one that everybody uses of everything. */
const strangeness = ({ english }: Index, { typed, repaired }: Word): number => {
  const rank = english.rankOf(repaired ?? typed);
  if (rank === undefined) return 1;
  if (rank < 400) return 0;
  return rank < 3000 ? 0.3 : 0.6;
};

/** How much the words that the story knows weigh together. */
const weightOf = (index: Index, question: readonly Word[]): number =>
  question
    .filter(({ token }) => index.lexicon.knows(token))
    .reduce((sum, { token }) => sum + index.weightOf(token), 0);

const foreignShare = (index: Index, question: readonly Word[]): number => {
  const inside = weightOf(index, question);
  const outside = question
    .filter(({ token }) => !index.lexicon.knows(token))
    .reduce((sum, word) => sum + strangeness(index, word), 0);
  return outside === 0 ? 0 : outside / (inside + outside);
};

/** Names in the question of whom nothing is said under the topic, so that it cannot answer for them. */
const missingActors = (index: Index, question: readonly Word[], topic: Topic): string[] =>
  question
    .filter(({ token }) => index.lexicon.actorOf(token) !== undefined && !index.stands(token, topic))
    .map(({ typed }) => typed);

const lacksCount = (question: readonly Word[], topic: Topic): boolean =>
  /\bhow (many|much)\b/.test(question.map(({ typed }) => typed).join(' ')) &&
  !topic.facts.some(({ text }) =>
    /\d|\b(two|three|four|five|six|seven|eight|nine|ten|half|all|none)\b/i.test(text),
  );
