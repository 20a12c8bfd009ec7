import type { Topic } from '../model.ts';
import { askingOf } from './asking.ts';
import { type Index, isOwn, rowsIn } from './index.ts';
import type { Word } from './lexicon.ts';
import { type Measured, VOTES } from './measure.ts';
import type { Question } from './question.ts';
import type { Ranking } from './rank.ts';
import type { Sign } from './signs.ts';
import { parts } from './weights.ts';

export type Features = {
  readonly signs: Readonly<Record<Sign, number>>;
  /** Names in the question of whom the nearest topic says nothing. */
  readonly absent: readonly string[];
  /** Words that lie outside the story and are not everybody's, as they were typed. */
  readonly foreign: readonly string[];
};

/** A word stranger than this is worth naming to somebody whose question is not answered. */
const STRANGE = 0.3;

/** Where there is no topic at all. */
const none = Object.fromEntries(parts.map((part) => [part, 0])) as Measured;

/** Of the nearest topic and the question: how well they go together, and what in the question speaks against any answer. */
export const features = (
  index: Index,
  { words, asking, capitals, lent, isTranslated }: Question,
  { topics: ranked, silences }: Ranking,
): Features => {
  const [first, second] = ranked;
  const [silence] = silences;
  const shares = sharesOf(ranked, silences);
  // A name that only people who ask have used is none of the record's.
  const isKnown = ({ token, typed, repaired }: Word) => {
    const id = index.idOf(token);
    return (
      id !== undefined && (index.rows.isOurs[id] === 1 || !isStranger(index, repaired ?? typed, capitals))
    );
  };
  const known = words.filter(isKnown);
  const unknown = words.filter((word) => !isKnown(word));
  const said = known.reduce((sum, { token }) => sum + index.weightOf(token), 0);
  const odd = unknown.filter(({ typed, repaired }) => repaired === undefined && /\p{L}{2}/u.test(typed));
  const strangers = odd
    .filter(({ typed }) => isStranger(index, typed, capitals))
    .filter(({ typed }) => !isTranslated || capitals.has(typed));
  const strange = unknown.reduce((sum, word) => sum + strangeness(index, word), 0);
  const text = words.map(({ typed, repaired }) => repaired ?? typed).join(' ');
  const named = words.filter(({ token }) => index.lexicon.actorOf(token) !== undefined);
  const absent = first === undefined ? [] : named.filter(({ token }) => !stands(index, token, first.place));
  const p = first?.parts;
  return {
    signs: {
      ...(p ?? none),
      missing: first === undefined ? 0 : missingIn(index, words, first.place),
      margin: first === undefined ? 0 : Math.min(first.score - (second?.score ?? 0), 1),
      outside: strange === 0 ? 0 : strange / (said + strange),
      stranger: Math.min(strangers.length, 2) / 2,
      absent: named.length === 0 ? 0 : absent.length / named.length,
      lacksCount: asking === 'count' && first !== undefined && !holdsCount(first.topic) ? 1 : 0,
      advice: advice.test(text) ? 1 : 0,
      besides: besidesNames(index, words, first?.place),
      said: Math.min(said / 3, 1),
      little: said < 0.5 ? 1 - said / 0.5 : 0,
      repaired: words.length === 0 ? 0 : words.filter(({ repaired }) => repaired).length / words.length,
      ofStory: known.some(({ token }) => isTelling(index, token)) ? 1 : 0,
      long: Math.min(words.length / 20, 1),
      verbatim: p !== undefined && p.covers > 0.999 && p.held > 0.999 ? 1 : 0,
      silent:
        first === undefined || silence === undefined
          ? 0
          : Math.max(0, Math.min(1, 0.5 + (silence.score - first.score) / 4)),
      silentClosest: silence?.parts.closest ?? 0,
      voted: shares.first,
      votedAhead: shares.ahead,
      votedSilent: shares.silent,
      silentNear: silence?.parts.near ?? 0,
      leaning: lent === undefined ? 0 : lent.size / (words.length || 1),
      nameAlone: named.length > 0 && named.length === words.length ? 1 : 0,
    },
    absent: absent.map(({ typed }) => typed),
    foreign: [
      ...new Set(
        words.flatMap((word) =>
          !isOurs(index, word) && strangeness(index, word) >= STRANGE ? [word.typed] : [],
        ),
      ),
    ].filter((typed) => /\p{L}/u.test(typed)),
  };
};

/** Of what is asked besides names and question words, how much the topic's wordings speak of. */
const besidesNames = (index: Index, words: readonly Word[], place: number | undefined): number => {
  const { rows, idOf, lexicon } = index;
  const others = words.filter(
    ({ token, typed }) => lexicon.actorOf(token) === undefined && askingOf(typed) === 'open',
  );
  const weigh = (word: Word) => telling(index, word);
  const whole = others.reduce((sum, word) => sum + weigh(word), 0);
  if (whole < 0.1 || place === undefined) return 0.5;
  const held = others.reduce((sum, word) => {
    const id = idOf(word.token);
    const many = id === undefined ? 0 : rowsIn(rows, id, place).length;
    return sum + weigh(word) * (many / (many + 2));
  }, 0);
  return held / whole;
};

/** How the votes fall, as logarithms of shares, each brought between 0 and 1. */
const sharesOf = (topics: Ranking['topics'], silences: Ranking['silences']) => {
  const votes = [...topics, ...silences].map(({ parts: { votes: many } }) => VOTES * many);
  const whole = Math.log(votes.reduce((sum, many) => sum + Math.exp(many), 0) || 1);
  const [first = 0] = votes;
  const other = Math.max(0, ...votes.slice(1, topics.length));
  const silent = silences.reduce((sum, { parts: { votes: many } }) => sum + Math.exp(VOTES * many), 0);
  const scaled = (log: number) => Math.max(0, 1 + log / LEAST);
  return {
    first: scaled(first - whole),
    silent: silent === 0 ? 0 : scaled(Math.log(silent) - whole),
    ahead: 0.5 + Math.max(-6, Math.min(first - other, 6)) / 12,
  };
};

const LEAST = 8;

/** Of what the question speaks of, how much no wording of the topic does: 0 to 1. */
const missingIn = (index: Index, words: readonly Word[], place: number): number => {
  let [missing, whole] = [0, 0];
  for (const word of words.slice(0, MOST_WORDS)) {
    const weight = telling(index, word);
    whole += weight;
    const id = index.idOf(word.token);
    if (id === undefined || rowsIn(index.rows, id, place).length === 0) missing += weight;
  }
  return whole === 0 ? 0 : missing / whole;
};

const MOST_WORDS = 24;

const telling = (index: Index, word: Word): number =>
  index.idOf(word.token) === undefined
    ? strangeness(index, word)
    : Math.min(1, index.weightOf(word.token) * 1.5);

/** Whether the record itself speaks of it under a topic: that people ask about it there is no sign that it does. */
export const stands = ({ rows, idOf }: Index, token: string, place: number): boolean => {
  const id = idOf(token);
  return id !== undefined && Array.from(rowsIn(rows, id, place)).some((row) => isOwn(rows, row));
};

/** A name that stands under every topic tells nothing: what is asked of it does. */
const isTelling = ({ lexicon, weightOf }: Index, token: string): boolean =>
  weightOf(token) >= (lexicon.actorOf(token) === undefined ? 0.3 : 0.5);

/** Whether the record itself uses a word. */
const isOurs = ({ idOf, rows }: Index, { token }: Word): boolean => rows.isOurs[idOf(token) ?? -1] === 1;

/** Shorter ones are as often a slip of the finger. */
const SHORTEST_NAME = 4;

/** Longer than a slip of the finger. */
const NAMELIKE = 5;

/** A word that is somebody's or something's name: by its capital, by what people use it for, or because it is no word. */
const isStranger = ({ english, lexicon }: Index, typed: string, capitals: ReadonlySet<string>): boolean =>
  !lexicon.isOfName(typed) &&
  english.isName(typed) &&
  (capitals.has(typed) ||
    (english.rankOf(typed) !== undefined && (typed.length >= SHORTEST_NAME || english.isInitials(typed))) ||
    (typed.length >= NAMELIKE && !english.isWord(typed)));

/** What a record of things that happened cannot tell anybody. */
const advice =
  /\b(should|shall|must) (i|we|you)\b|\bhow (do|to) i\b|\bcan i\b|\bis it (safe|ok|okay|worth)\b|\b(do|would) you (think|feel|believe|recommend|reckon)\b|\byour (opinion|view|take|advice)\b|\bwill (?!we\b).*\b(ever|again|tomorrow|next (week|month|year))\b/;

/** How strange a word is that the story does not know: 0 for one that everybody uses of everything, 1 for a name. */
const strangeness = ({ english }: Index, { typed, repaired }: Word): number => {
  const rank = english.rankOf(repaired ?? typed);
  if (rank === undefined) return 1;
  if (rank < 150) return 0;
  if (rank < 400) return 0.1;
  return rank < 1500 ? 0.3 : 0.6;
};

const holdsCount = ({ facts }: Topic): boolean =>
  facts.some(({ text }) => count.test(text.replace(dates, ' ')));

const count = /\d|\b(two|three|four|five|six|seven|eight|nine|ten|half|all|none|how many)\b/i;

/** Their numbers count nothing. */
const dates =
  /\b(\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)( \d{4})?\b|\b(19|20)\d\d\b/gi;
