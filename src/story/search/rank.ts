import type { Topic } from '../model.ts';
import { candidates } from './candidates.ts';
import { fuzzyOf } from './fuzzy.ts';
import type { Index } from './index.ts';
import { alikeness, kinIn } from './meaning.ts';
import { type Measured, measurer } from './measure.ts';
import type { Question } from './question.ts';
import { parts, weights } from './weights.ts';

type Measurement = {
  readonly place: number;
  /** The whole: what topics are ordered by. Comparable within one question only. */
  readonly score: number;
  readonly parts: Measured;
};

/** How well a topic fits a question. */
export type Ranked = Measurement & { readonly topic: Topic };

/** What a question may mean. */
export type Ranking = {
  /** Nearest first: the first of them may be far away. */
  readonly topics: readonly Ranked[];
  /** What the record is silent on, nearest first. */
  readonly silences: readonly Measurement[];
};

/** fuse.js reads every letter of what it is given, so it is given the nearest rows alone. */
const FUZZY = 30;
const FUZZY_SILENT = 6;

/** Ranks, and does not decide. */
export const rank = (index: Index, question: Question): Ranking => {
  const { words } = question;
  const ids = [...new Set(words.flatMap(({ token }) => index.idOf(token) ?? []))];
  const kin = words
    .filter(({ token }) => index.idOf(token) === undefined)
    .flatMap((word) => kinIn(index, word));
  const found = candidates(index, ids, kin);
  const silent = found.silences.flatMap((one) => one.rows.slice(0, 2)).slice(0, FUZZY_SILENT);
  const spoken = found.topics.flatMap((one) => one.rows.slice(0, 2)).slice(0, FUZZY - silent.length);
  const rows = [...spoken, ...silent];
  const seen = { fuzzy: fuzzyOf(index, rows, ids), alike: alikeness(index, words, rows) };
  const measure = measurer(
    index,
    question,
    ids,
    seen,
    [...found.topics, ...found.silences].map(({ place }) => place),
  );
  const measurements = (some: typeof found.topics): Measurement[] =>
    some
      .map((candidate) => {
        const measured = measure(candidate);
        const score = parts.reduce((sum, part) => sum + weights.rank[part] * measured[part], 0);
        return { place: candidate.place, score, parts: measured };
      })
      .sort((a, b) => b.score - a.score || a.place - b.place);
  return {
    topics: measurements(found.topics).flatMap((one) => {
      const topic = index.topics[one.place];
      return topic === undefined ? [] : [{ topic, ...one }];
    }),
    silences: measurements(found.silences),
  };
};
