import type { Topic } from '../model.ts';
import { askingOf } from './asking.ts';
import type { Index } from './index.ts';
import { type Question, questionOf } from './question.ts';
import { telling } from './weight.ts';

/** What somebody was told a little earlier, by ids: the story may have been corrected since. */
export type Before = {
  readonly topic: string;
  /** The actors whom they named. */
  readonly actors: readonly string[];
};

const challenge =
  /^(\W*(really|seriously|source|sources|proof|evidence|receipts?|citation|cite|says? who|who says|according to who(m)?|are you sure|you sure|is that true|is it true|prove it|link|links|huh|tell me more|more|more (info|details?|about (it|that))|go on|elaborate|details?|how do (you|we) know( that)?|can you prove (it|that)|where does it say (that|so)|where did you get that)\W*)+$/i;

/** Whether somebody only asks for the proof of what they were told, or for more of it. */
export const isChallenge = (text: string): boolean => text.length <= 60 && challenge.test(text);

/** What stands for something that was said before. */
const pronoun =
  /\b(it|its|they|them|their|theirs|he|him|his|she|her|that|this|those|these|there|then|one|ones|others?|same|too|either|else|again|both|former|latter)\b/;

/** How a question begins that goes on from another. */
const opening = /^(and|but|so|or|what about|how about|why|when|who|where|how|which|what|since when|by who)\b/;

/** A question as short as this may be nothing but a word or two that ask on. */
const SHORT = 4;

/** Fewer telling words than these do not make a question that stands alone. */
const ALONE = 1.6;

/** With fewer than these it says next to nothing by itself, even where it seems clear. */
const NEXT_TO_NOTHING = 0.5;

/** Whether a question leans on what was said before: it is short or points back, and speaks of nothing else. */
export const leansOn = (index: Index, question: Question): boolean => leaning(index, question) !== 'not';

/** Whether it cannot do without. People ask "was it a secret", too, and mean the whole story. */
export const needsWhatWasBefore = (index: Index, question: Question): boolean =>
  leaning(index, question) === 'wholly';

const leaning = (index: Index, { words }: Question): 'not' | 'in part' | 'wholly' => {
  const text = words.map(({ typed }) => typed).join(' ');
  const known = words.filter(({ token }) => index.idOf(token) !== undefined);
  const said = known.reduce((sum, { token }) => sum + index.weightOf(token), 0);
  const strange = words
    .filter((word) => !known.includes(word))
    .reduce((sum, { typed, repaired }) => sum + telling(index.english, repaired ?? typed), 0);
  const pointsBack = pronoun.test(text) || /^(and|but|so|or|what about|how about)\b/.test(text);
  if (said >= ALONE || strange >= STRANGE) return 'not';
  if (pointsBack && said < NEXT_TO_NOTHING) return 'wholly';
  return pointsBack || (opening.test(text) && words.length <= SHORT) ? 'in part' : 'not';
};

/** A word of another matter: whoever says it asks about that. */
const STRANGE = 0.5;

/** The question together with what it leans on: the words of the earlier topic's title and its actors, which weigh less. */
export const followed = (index: Index, text: string, earlier: Topic, { actors }: Before): Question => {
  const own = questionOf(index, text);
  const has = new Set(own.words.map(({ token }) => token));
  const namesSomebody = own.words.some(({ token }) => index.lexicon.actorOf(token) !== undefined);
  const title = index.lexicon.read(earlier.title);
  const named = actors.map((id) => `@${id}`);
  const lent = [...title, ...named.map((token) => ({ typed: token.slice(1), token }))].filter(
    ({ typed, token }, i, all) =>
      !has.has(token) &&
      all.findIndex((other) => other.token === token) === i &&
      index.weightOf(token) >= 0.1 &&
      askingOf(typed) === 'open' &&
      !(namesSomebody && index.lexicon.actorOf(token) !== undefined),
  );
  return {
    ...own,
    words: [...own.words, ...lent],
    asking: own.asking === 'open' ? askingOf(title.map(({ typed }) => typed).join(' ')) : own.asking,
    lent: new Set(lent.map(({ token }) => token)),
  };
};
