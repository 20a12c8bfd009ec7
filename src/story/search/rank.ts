import type { Topic } from '../model.ts';
import { type Asking, askingOf } from './asking.ts';
import { candidates } from './candidates.ts';
import { fuzzyOf } from './fuzzy.ts';
import { askingIn, type Index, kinds } from './index.ts';
import type { Word } from './lexicon.ts';
import { type Alike, alikeness, kinIn } from './meaning.ts';
import { type Part, parts, weights } from './weights.ts';

/** How well a topic fits a question. */
export type Ranked = {
  readonly topic: Topic;
  readonly place: number;
  /** The whole: what topics are ordered by. Comparable within one question only. */
  readonly score: number;
  readonly parts: Readonly<Record<Part, number>>;
};

/** A question as search sees it. */
export type Question = {
  readonly words: readonly Word[];
  readonly asking: Asking;
  /** Tokens that it does not hold itself but leans on. */
  readonly lent?: ReadonlySet<string>;
};

/** What a lent word counts of one that was typed. */
const LENT = 0.5;

export const questionOf = ({ lexicon }: Index, text: string, freely?: 'freely'): Question => {
  const words = lexicon.read(text, freely);
  return { words, asking: askingOf(words.map(({ typed, repaired }) => repaired ?? typed).join(' ')) };
};

/** The topics a question may mean, nearest first. It ranks and does not decide: the first of them may be far away. */
export const rank = (index: Index, question: Question): Ranked[] => {
  const { words } = question;
  const tokens = [...new Set(words.map(({ token }) => token))];
  const ids = tokens.flatMap((token) => index.idOf(token) ?? []);
  const { rows, topics } = index;
  const kin = words
    .filter(({ token }) => index.idOf(token) === undefined)
    .flatMap((word) => kinIn(index, word));
  const found = candidates(index, ids, kin);
  if (found.length === 0) return [];
  const fuzzy = fuzzyOf(index, found, ids);
  const alike = alikeness(index, words, found);
  const places = [...new Set(found.map((row) => rows.topic[row] ?? 0))];
  const measure = measurer(index, question, ids);
  return places
    .flatMap((place): Ranked[] => {
      const topic = topics[place];
      if (topic === undefined) return [];
      const measured = measure(place, fuzzy, alike);
      const score = parts.reduce((sum, part) => sum + weights.rank[part] * measured[part], 0);
      return [{ topic, place, score, parts: measured }];
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
};

const measurer = (index: Index, { words, asking, lent }: Question, ids: readonly number[]) => {
  const { rows, lexicon } = index;
  const weigh = (id: number) => rows.weights[id] ?? 0;
  const counts = (id: number) => weigh(id) * (lent?.has(rows.nameOf(id)) ? LENT : 1);
  const asked = new Set(ids);
  const whole = ids.reduce((sum, id) => sum + counts(id), 0) || 1;
  const heaviest = ids.reduce((best, id) => (counts(id) > counts(best) ? id : best), ids[0] ?? 0);
  const actors = new Set(ids.filter((id) => rows.nameOf(id).startsWith('@')));
  const pairs = pairsOf(words.flatMap(({ token }) => index.idOf(token) ?? []));
  return (
    place: number,
    fuzzy: ReadonlyMap<number, number>,
    alike: ReadonlyMap<number, Alike>,
  ): Record<Part, number> => {
    const so = Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>;
    const around = new Set<number>();
    const rowsHeld = new Map<number, number>();
    let rowCount = 0;
    const askedOf = new Map<number, number>();
    let phrasings = 0;
    let best = -1;
    const fits: number[] = [];
    let isOfKind = false;
    let asks = false;
    for (let row = rows.first[place] ?? 0; row < (rows.first[place + 1] ?? 0); row++) {
      const tokens = rows.tokensIn(row);
      const kind = kinds[rows.kind[row] ?? 0];
      rowCount++;
      const like = alike.get(row);
      if (like !== undefined) {
        const factor = kind === 'fact' ? 0.9 : 1;
        so.meant = Math.max(so.meant, factor * like.meant);
        so.alike = Math.max(so.alike, factor * like.whole);
      }
      let shared = 0;
      let answered = 0;
      for (const id of tokens)
        if (asked.has(id)) {
          shared += weigh(id);
          answered += counts(id);
          around.add(id);
          rowsHeld.set(id, (rowsHeld.get(id) ?? 0) + 1);
          if (kind !== 'fact') askedOf.set(id, (askedOf.get(id) ?? 0) + 1);
        }
      const covers = answered / whole;
      const held = shared / (rows.weight[row] || 1);
      if (kind === 'fact') {
        so.told = Math.max(so.told, covers);
        so.toldClose = Math.max(so.toldClose, covers * Math.sqrt(held));
        continue;
      }
      phrasings++;
      const both = pairsOf([...tokens]);
      const paired =
        pairs.size === 0 || both.size === 0
          ? 0
          : (2 * pairs.intersection(both).size) / (pairs.size + both.size);
      const fit = (2 * covers * held) / (covers + held || 1);
      fits.push(0.7 * fit + 0.3 * paired);
      if (kind === 'title') so.title = fit;
      if (askingIn(index, row) === asking) asks = true;
      if (fit > best) {
        best = fit;
        so.covers = covers;
        so.held = held;
        isOfKind = askingIn(index, row) === asking;
        so.pairs = pairs.size === 0 ? 0 : shareOf(pairs, pairsOf([...tokens]));
      }
      so.fuzzy = Math.max(so.fuzzy, fuzzy.get(row) ?? 0);
    }
    so.fit = Math.max(best, 0);
    fits.sort((a, b) => b - a);
    so.closest = fits[0] ?? 0;
    so.near = fits.slice(0, 4).reduce((sum, one) => sum + one, 0) / 4;
    so.around = [...around].reduce((sum, id) => sum + counts(id), 0) / whole;
    so.core = [...askedOf].reduce((sum, [id, n]) => sum + (counts(id) * n) / (n + 1.5), 0) / whole;
    so.share = [...askedOf].reduce((sum, [id, n]) => sum + (counts(id) * n) / (phrasings || 1), 0) / whole;
    so.heaviest = askedOf.has(heaviest) ? 1 : around.has(heaviest) ? 0.5 : 0;
    so.actors = actors.size === 0 ? 0.5 : [...actors].filter((id) => askedOf.has(id)).length / actors.size;
    const titled = [...rows.tokensIn(rows.first[place] ?? 0)].filter((id) =>
      lexicon.actorOf(rows.nameOf(id)),
    );
    so.unasked = titled.length === 0 ? 0 : titled.filter((id) => !asked.has(id)).length / titled.length;
    so.odds = oddsOf(ids, rowsHeld, rowCount, rows, counts);
    so.asking = isOfKind ? 1 : asks ? 0.5 : 0;
    return so;
  };
};

/** Neighbours in a row of words tell who did what to whom. */
const pairsOf = (ids: readonly number[]): Set<number> =>
  new Set(ids.slice(1).map((id, i) => (ids[i] ?? 0) * 4_194_304 + id));

const shareOf = (some: ReadonlySet<number>, others: ReadonlySet<number>): number =>
  some.intersection(others).size / some.size;

/** How much likelier the words of a question are under a topic than anywhere: what many of its wordings share counts most. */
const oddsOf = (
  ids: readonly number[],
  held: ReadonlyMap<number, number>,
  rowCount: number,
  { rowsWith, topic }: Index['rows'],
  counts: (id: number) => number,
): number => {
  const trust = rowCount / (rowCount + SMOOTH);
  let [sum, of] = [0, 0];
  for (const id of ids) {
    const anywhere = rowsWith(id).length / topic.length;
    const here = (held.get(id) ?? 0) / rowCount;
    sum += Math.log((trust * here + (1 - trust) * anywhere) / anywhere);
    of += counts(id);
  }
  return Math.max(-1, Math.min(sum / ODDS, 2));
};

const SMOOTH = +(process.env.SMOOTH ?? 3);
const ODDS = +(process.env.ODDS ?? 8);
