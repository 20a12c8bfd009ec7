import type { Topic } from '../model.ts';
import { candidates } from './candidates.ts';
import { fuzzyOf } from './fuzzy.ts';
import type { Index } from './index.ts';
import { type Measured, measurer } from './measure.ts';
import type { Question } from './question.ts';
import { parts, rankWeight } from './weights.ts';

type Measurement = {
  readonly place: number;
  /** The whole: what topics are ordered by. Comparable within one question only. */
  readonly score: number;
  readonly parts: Measured;
  /** How well it is known how it is asked: 0 to 1. */
  readonly known: number;
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

/** Ranks, and does not decide. */
export const rank = (index: Index, question: Question): Ranking => {
  const { words } = question;
  const ids = [...new Set(words.flatMap(({ token }) => index.idOf(token) ?? []))];
  const found = candidates(index, ids);
  const all = [...found.topics, ...found.silences];
  // fuse.js reads every letter of what it is given, so it is given the nearest rows alone.
  const fuzzy = fuzzyOf(
    index,
    all.flatMap(({ rows }) => rows.slice(0, 1)),
    ids,
  );
  const measure = measurer(
    index,
    question,
    ids,
    fuzzy,
    all.map(({ place }) => place),
  );
  const measurements = (some: typeof found.topics): Measurement[] =>
    some
      .map((candidate) => {
        const measured = measure(candidate);
        const known = 1 - measured.thin;
        const score = parts.reduce((sum, part) => sum + rankWeight(part, known) * measured[part], 0);
        return { place: candidate.place, score, parts: measured, known };
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
