import { find } from './find.ts';
import type { Fact, Topic } from './model.ts';
import { type Index, kinds, textOf } from './search/index.ts';
import { without } from './search/without.ts';

/** A way of asking that its own topic would not answer, or hardly, had it not been written under it. */
export type Astray = {
  readonly wording: string;
  readonly topic: Topic;
  /** Where it leads, or nearly leads, instead. */
  readonly other: Topic;
  /** By how much its own topic is ahead of the other; below 0 it is behind. */
  readonly ahead: number;
};

/** A fact that no question finds, and why. */
export type Unreached = { readonly fact: Fact; readonly because: 'no topic' | 'no wording' };

export type Collisions = {
  readonly asked: number;
  /** Those that another topic answers. */
  readonly led: readonly Astray[];
  /** Those where its own topic and another come about as near; the nearest first. */
  readonly near: readonly Astray[];
  /** Those that nobody answers, and that are clearly nearer to another topic; the farthest from their own first. */
  readonly unsure: readonly Astray[];
  readonly unreached: readonly Unreached[];
};

/** No further apart than this, a word more or less turns the order round. */
const NEAR = 0.15;

/** A word that says less does not bring anybody to a fact. */
const TELLING = 0.3;

/** Where the topics of a story are in each other's way: each title and phrasing is asked as if it had not been written. */
export const collisions = (index: Index): Collisions => {
  const wordings = Array.from(index.rows.topic, (_, row) => row).filter((row) => isAsked(index, row));
  const led: Astray[] = [];
  const near: Astray[] = [];
  const unsure: Astray[] = [];
  for (const row of wordings) {
    const topic = index.topics[index.rows.topic[row] ?? 0];
    const wording = textOf(index, row);
    // With the space it is no title that was picked from a list: those are not searched for.
    const { found, ranked } = find(without(index, row), `${wording} `);
    const nearest = ranked.find((one) => one.topic !== topic);
    if (topic === undefined || nearest === undefined) continue;
    const own = ranked.find((one) => one.topic === topic)?.score ?? 0;
    const isHome = found.some((one) => one.topic === topic);
    const [answering] = found;
    const other = isHome ? nearest.topic : (answering?.topic ?? nearest.topic);
    const rival = ranked.find((one) => one.topic === other)?.score ?? nearest.score;
    const astray = { wording, topic, other, ahead: own - rival };
    if (!isHome && answering !== undefined) led.push(astray);
    else if (Math.abs(astray.ahead) < NEAR) near.push(astray);
    else if (astray.ahead < 0 && !isHome) unsure.push(astray);
  }
  near.sort((a, b) => Math.abs(a.ahead) - Math.abs(b.ahead));
  unsure.sort((a, b) => a.ahead - b.ahead);
  return { asked: wordings.length, led, near, unsure, unreached: unreached(index) };
};

const isAsked = ({ rows }: Index, row: number): boolean =>
  ['title', 'phrasing'].includes(kinds[rows.kind[row] ?? 0] ?? '');

/** Facts that no topic shows, or of whose telling words the topics' titles and phrasings have none. */
const unreached = (index: Index): Unreached[] => {
  const asked = new Map<Topic, Set<string>>();
  for (const [row, place] of index.rows.topic.entries()) {
    const topic = index.topics[place];
    if (topic === undefined || !isAsked(index, row)) continue;
    const held = asked.get(topic) ?? new Set();
    asked.set(topic, held);
    for (const id of index.rows.tokensIn(row)) held.add(index.rows.nameOf(id));
  }
  return [...index.story.facts.values()].flatMap((fact): Unreached[] => {
    const homes = index.topics.filter(({ facts }) => facts.includes(fact));
    if (homes.length === 0) return [{ fact, because: 'no topic' }];
    const telling = index.lexicon
      .read(fact.text)
      .map(({ token }) => token)
      .filter((token) => index.weightOf(token) >= TELLING);
    const isReached = telling.some((token) => homes.some((topic) => asked.get(topic)?.has(token)));
    return isReached ? [] : [{ fact, because: 'no wording' }];
  });
};
