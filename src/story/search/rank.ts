import Fuse from 'fuse.js';
import type { Topic } from '../model.ts';
import type { Index, Row } from './index.ts';
import type { Word } from './lexicon.ts';

/** fuse.js reads every letter of what it is given, so it is given the rows that share the most with the question. */
const CANDIDATES = 20;

/** How much each part of a fit counts; together 1. */
const PARTS = { asked: 0.4, held: 0.25, around: 0.2, fuzzy: 0.15 };

/** A fact says what is so and not how it is asked, so it fits a little less than a phrasing. */
const FACT = 0.9;

/** How well a topic fits a question; each part is between 0 and 1. */
export type Ranked = {
  readonly topic: Topic;
  /** The whole: what topics are ordered by. */
  readonly score: number;
  /** Of the question's weight, how much the best wording holds. */
  readonly asked: number;
  /** Of the best wording's weight, how much the question holds. */
  readonly held: number;
  /** Of the question's weight, how much all the topic's wordings hold together. */
  readonly around: number;
  /** What fuse.js makes of the best wording. */
  readonly fuzzy: number;
};

/** The topics a question may mean, nearest first. It ranks and does not decide: the first of them may be far away. */
export const rank = (index: Index, question: readonly Word[]): Ranked[] => {
  const tokens = [...new Set(question.map(({ token }) => token))];
  const weigh = (some: Iterable<string>) => [...some].reduce((sum, token) => sum + index.weightOf(token), 0);
  const whole = weigh(tokens.filter(index.lexicon.knows));
  const topic = index.verbatim(tokens);
  if (topic !== undefined) return [{ topic, score: 1, asked: 1, held: 1, around: 1, fuzzy: 1 }];
  const rows = candidates(index, tokens);
  if (rows.length === 0 || whole === 0) return [];

  const fuzzy = fuzzyOf(rows, tokens);
  const best = new Map<Topic, Ranked>();
  for (const row of rows) {
    const shared = weigh(row.tokens.filter((token) => tokens.includes(token)));
    const asked = shared / whole;
    const held = shared / weigh(row.tokens);
    const near = fuzzy.get(row) ?? 0;
    const around =
      best.get(row.topic)?.around ?? weigh(tokens.filter((token) => index.stands(token, row.topic))) / whole;
    const fit = PARTS.asked * asked + PARTS.held * held + PARTS.fuzzy * near;
    const score = (row.isFact ? FACT : 1) * fit + PARTS.around * around;
    const before = best.get(row.topic);
    if (before === undefined || score > before.score)
      best.set(row.topic, { topic: row.topic, score, asked, held, around, fuzzy: near });
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
};

const candidates = (index: Index, tokens: readonly string[]): Row[] => {
  const shared = new Map<number, number>();
  for (const token of tokens)
    for (const place of index.holding.get(token) ?? [])
      shared.set(place, (shared.get(place) ?? 0) + index.weightOf(token));
  return [...shared]
    .sort(([, a], [, b]) => b - a)
    .slice(0, CANDIDATES)
    .flatMap(([place]) => index.rows[place] ?? []);
};

/** 1 for a row that fuse.js finds equal, 0 for one that it does not find. */
const fuzzyOf = (rows: readonly Row[], tokens: readonly string[]): Map<Row, number> => {
  const fuse = new Fuse(
    rows.map((row) => ({ row, text: row.tokens.join(' ') })),
    { keys: ['text'], includeScore: true, useTokenSearch: true, ignoreFieldNorm: true, threshold: 0.3 },
  );
  return new Map(fuse.search(tokens.join(' ')).map(({ item, score = 1 }) => [item.row, 1 - score]));
};
