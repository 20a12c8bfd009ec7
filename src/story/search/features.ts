import type { Topic } from '../model.ts';
import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';
import type { Ranked } from './rank.ts';

/** What the gate goes by: each of them can be said to a moderator in a sentence. */
export type Features = {
  /** The topics that speak of everybody whom the question names, nearest first. */
  readonly fits: readonly Ranked[];
  /** Names in the question of whom the nearest topic says nothing. */
  readonly absent: readonly string[];
  /** Words that lie outside the story and are not everybody's, as they were typed. */
  readonly foreign: readonly string[];
  /** Those of them that are names: whoever it is, the record does not know them. */
  readonly strangers: readonly string[];
  /** Of the question's weight, how much lies outside the story: 0 to 1. */
  readonly outside: number;
  /** How much the words that the story knows weigh together. */
  readonly said: number;
  /** It holds a word that tells what it is about: without one, only the very words of a phrasing count. */
  readonly isOfStory: boolean;
  readonly asksAdvice: boolean;
  /** It asks how many, and the facts of the nearest topic that fits hold no number. */
  readonly lacksCount: boolean;
};

/** A word stranger than this is worth naming to somebody whose question is not answered. */
const STRANGE = 0.3;

export const features = (index: Index, question: readonly Word[], ranked: readonly Ranked[]): Features => {
  const known = question.filter(({ token }) => index.lexicon.knows(token));
  const unknown = question.filter((word) => !known.includes(word));
  const said = known.reduce((sum, { token }) => sum + index.weightOf(token), 0);
  const strange = unknown.reduce((sum, word) => sum + strangeness(index, word), 0);
  const text = question.map(({ typed }) => typed).join(' ');
  const [first] = ranked;
  const fits = ranked.filter(({ topic }) => missingNames(index, question, topic).length === 0);
  return {
    fits,
    absent: first === undefined ? [] : missingNames(index, question, first.topic),
    foreign: [
      ...new Set(unknown.filter((word) => strangeness(index, word) >= STRANGE).map(({ typed }) => typed)),
    ].filter((typed) => /\p{L}/u.test(typed)),
    strangers: unknown
      .filter(({ typed, repaired }) => index.english.isName(repaired ?? typed) && /\p{L}{3}/u.test(typed))
      .map(({ typed }) => typed),
    outside: strange === 0 ? 0 : strange / (said + strange),
    said,
    isOfStory: known.some(({ token }) => isTelling(index, token)),
    asksAdvice: advice.test(text),
    lacksCount: /\bhow (many|much)\b/.test(text) && fits[0] !== undefined && !holdsCount(fits[0].topic),
  };
};

/** A name that stands under every topic tells nothing: what is asked of it does. */
const isTelling = ({ lexicon, weightOf }: Index, token: string): boolean =>
  lexicon.actorOf(token) === undefined ? lexicon.telling(token) >= 0.7 : weightOf(token) >= 0.5;

/** What a record of things that happened cannot tell anybody. */
const advice = /\b(should|shall|can|could|may|must) (i|we|you)\b|\bhow (do|to) i\b|\bis it (safe|ok|worth)\b/;

/** How strange a word is that the story does not know: 0 for one that everybody uses of everything, 1 for a name. */
const strangeness = ({ english }: Index, { typed, repaired }: Word): number => {
  const rank = english.rankOf(repaired ?? typed);
  if (rank === undefined) return 1;
  if (rank < 150) return 0;
  if (rank < 400) return 0.1;
  return rank < 1500 ? 0.3 : 0.6;
};

const missingNames = (index: Index, question: readonly Word[], topic: Topic): string[] =>
  question
    .filter(({ token }) => index.lexicon.actorOf(token) !== undefined && !index.stands(token, topic))
    .map(({ typed }) => typed);

const holdsCount = ({ facts }: Topic): boolean =>
  facts.some(({ text }) => count.test(text.replace(dates, ' ')));

const count = /\d|\b(two|three|four|five|six|seven|eight|nine|ten|half|all|none|how many)\b/i;

/** Their numbers count nothing. */
const dates =
  /\b(\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)( \d{4})?\b|\b(19|20)\d\d\b/gi;
