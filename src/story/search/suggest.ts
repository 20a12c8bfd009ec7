import type { Topic } from '../model.ts';
import { clean } from './clean.ts';
import type { Index } from './index.ts';
import { questionOf } from './question.ts';
import { rank } from './rank.ts';
import { wordsOf } from './words.ts';

/** How many endings are tried for a word that is still being typed. */
const ENDINGS = 2;

/** Each keystroke asks again: what was typed long before the cursor is left out. */
const LAST_WORDS = 12;

/** Topics for somebody who is still typing, likeliest first; before the first letter, those that the curators put first. */
export const suggestTopics = (index: Index, typed: string): readonly Topic[] => {
  const text = clean(typed);
  const words = wordsOf(text).slice(-LAST_WORDS);
  const last = words.at(-1);
  if (last === undefined) return index.story.start;
  const isUnfinished = !/[\s\p{P}]$/u.test(typed);
  const endings = isUnfinished ? index.endingsOf(last).slice(0, ENDINGS) : [];
  const tries =
    endings.length > 0
      ? endings.map((ending) => [...words.slice(0, -1), ending].join(' '))
      : [words.join(' ')];
  const best = new Map<Topic, number>();
  for (const one of tries)
    for (const { topic, score } of rank(index, questionOf(index, one)).topics)
      best.set(topic, Math.max(score, best.get(topic) ?? 0));
  return [...best].sort(([, a], [, b]) => b - a).map(([topic]) => topic);
};
