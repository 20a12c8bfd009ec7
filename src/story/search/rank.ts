import type { Topic } from '../model.ts';
import { candidates } from './candidates.ts';
import { fuzzyOf } from './fuzzy.ts';
import type { Index } from './index.ts';
import { alikeness, kinIn } from './meaning.ts';
import { type Measured, measurer } from './measure.ts';
import type { Question } from './question.ts';
import { parts, weights } from './weights.ts';

/** How well a topic fits a question. */
export type Ranked = {
  readonly topic: Topic;
  readonly place: number;
  /** The whole: what topics are ordered by. Comparable within one question only. */
  readonly score: number;
  readonly parts: Measured;
};

/** fuse.js reads every letter of what it is given, so it is given the nearest rows alone. */
const FUZZY = 30;

/** The topics a question may mean, nearest first. It ranks and does not decide: the first of them may be far away. */
export const rank = (index: Index, question: Question): Ranked[] => {
  const { words } = question;
  const ids = [...new Set(words.flatMap(({ token }) => index.idOf(token) ?? []))];
  const kin = words
    .filter(({ token }) => index.idOf(token) === undefined)
    .flatMap((word) => kinIn(index, word));
  const found = candidates(index, ids, kin);
  const rows = found.flatMap((one) => one.rows.slice(0, 2)).slice(0, FUZZY);
  const seen = { fuzzy: fuzzyOf(index, rows, ids), alike: alikeness(index, words, rows) };
  const measure = measurer(index, question, ids, seen);
  return found
    .flatMap((candidate): Ranked[] => {
      const topic = index.topics[candidate.place];
      if (topic === undefined) return [];
      const measured = measure(candidate);
      const score = parts.reduce((sum, part) => sum + weights.rank[part] * measured[part], 0);
      return [{ topic, place: candidate.place, score, parts: measured }];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
};
