import type { Candidate } from './candidates.ts';
import { askingIn, type Index, isFact } from './index.ts';
import type { Question } from './question.ts';
import { votesFor } from './votes.ts';
import { knownBy, type Part } from './weights.ts';

/** What a word that was not typed counts, but leans on what was said before. */
const LENT = 0.5;

/** So many of a topic's nearest rows are taken together. */
const NEAREST = 4;

/** So many votes are 1 in a rank. */
export const VOTES = 10;

/** How many rows a topic needs before what they share is believed. */
const FEW = 3;

/** Parts of the fit between a question and a topic. */
export type Measured = Readonly<Record<Part, number>>;

/** Measures how well topics fit a question, and what it is silent on: those at these places are held against each other. */
export const measurer = (
  index: Index,
  { words, asking, lent }: Question,
  ids: readonly number[],
  fuzzy: ReadonlyMap<number, number>,
  among: readonly number[],
) => {
  const { rows, lexicon } = index;
  const weigh = (id: number) => rows.weights[id] ?? 0;
  const counts = (id: number) => weigh(id) * (lent?.has(rows.nameOf(id)) ? LENT : 1);
  const asked = new Set(ids);
  const whole = sum(ids, counts) || 1;
  const isActor = (id: number) => lexicon.actorOf(rows.nameOf(id)) !== undefined;
  const actors = ids.filter(isActor);
  const inOrder = words.flatMap(({ token }) => index.idOf(token) ?? []);
  const pairs = pairsOf(inOrder);
  const votesAt = votesFor(
    index,
    ids,
    words.map(({ token }) => index.idOf(token)),
    (id) => (lent?.has(rows.nameOf(id)) ? LENT : 1),
    among,
  );

  const fitOf = (row: number) => {
    const tokens = [...rows.tokensIn(row)];
    const shared = tokens.filter((id) => asked.has(id));
    const covers = sum(shared, counts) / whole;
    const held = sum(shared, weigh) / (rows.weight[row] || 1);
    const fit = (2 * covers * held) / (covers + held || 1);
    const both = tokens.filter((id, i) => i > 0 && pairs.has((tokens[i - 1] ?? 0) * RANGE + id)).length;
    return {
      row,
      covers,
      held,
      fit,
      near: 0.7 * fit + (0.3 * 2 * both) / (pairs.size + tokens.length - 1 || 1),
      isAsking: askingIn(index, row) === asking,
    };
  };

  return ({ place, rows: nearest }: Candidate): Measured => {
    const title = rows.first[place] ?? 0;
    const size = (rows.first[place + 1] ?? 0) - title;
    const counted = votesAt.get(place);
    if (counted === undefined) throw new Error('A topic whose votes were not counted');
    const { holding, votes, coupled, coupledShare } = counted;
    const fits = nearest.filter((row) => !isFact(rows, row)).map(fitOf);
    const told = nearest.filter((row) => isFact(rows, row)).map(fitOf);
    const best = fits.reduce((so, one) => (one.fit > so.fit ? one : so), fits[0] ?? fitOf(title));
    const near = fits.map((one) => one.near).sort((a, b) => b - a);
    const titled = [...rows.tokensIn(title)].filter(isActor);
    const most = (of: (row: number) => number) =>
      nearest.reduce((so, row) => Math.max(so, of(row) * (isFact(rows, row) ? 0.9 : 1)), 0);
    return {
      fit: best.fit,
      covers: best.covers,
      held: best.held,
      title: fitOf(title).fit,
      toldClose: Math.max(0, ...told.map(({ covers, held }) => covers * Math.sqrt(held))),
      around: ids.reduce((so, id, i) => so + (holding[i] ? counts(id) : 0), 0) / whole,
      core:
        ids.reduce((so, id, i) => so + counts(id) * ((holding[i] ?? 0) / ((holding[i] ?? 0) + 1.5)), 0) /
        whole,
      share: ids.reduce((so, id, i) => so + counts(id) * ((holding[i] ?? 0) / size), 0) / whole,
      actors:
        actors.length === 0
          ? 0.5
          : actors.filter((id) => (holding[ids.indexOf(id)] ?? 0) > 0).length / actors.length,
      unasked: titled.length === 0 ? 0 : titled.filter((id) => !asked.has(id)).length / titled.length,
      asking: best.isAsking ? 1 : fits.some(({ isAsking }) => isAsking) ? 0.5 : 0,
      fuzzy: most((row) => fuzzy.get(row) ?? 0),
      coupled,
      coupledShare,
      votes: Math.min(votes / VOTES, 2),
      thin: 1 - knownBy(size),
      odds: oddsOf(rows, ids, holding, size),
      closest: near[0] ?? 0,
      near: near.slice(0, NEAREST).reduce((so, one) => so + one, 0) / NEAREST,
    };
  };
};

const sum = <T>(some: readonly T[], of: (one: T) => number): number =>
  some.reduce((so, one) => so + of(one), 0);

/** No story has so many tokens. */
const RANGE = 4_194_304;

/** Neighbours in a row of words tell who did what to whom. */
const pairsOf = (ids: readonly number[]): Set<number> =>
  new Set(ids.slice(1).map((id, i) => (ids[i] ?? 0) * RANGE + id));

/** How much likelier the words of a question are under a topic than anywhere: what many of its wordings share counts most. */
const oddsOf = (
  { rowsWith, topic }: Index['rows'],
  ids: readonly number[],
  holding: readonly number[],
  size: number,
): number => {
  const trust = size / (size + FEW);
  const odds = ids.reduce((so, id, i) => {
    const anywhere = rowsWith(id).length / topic.length;
    return so + Math.log((trust * ((holding[i] ?? 0) / size) + (1 - trust) * anywhere) / anywhere);
  }, 0);
  return Math.max(-1, Math.min(odds / 8, 2));
};
