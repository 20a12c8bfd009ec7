import type { Silence, Story, Topic } from '../model.ts';
import { type Asking, askingOf, askings } from './asking.ts';
import { type Endings, endings } from './endings.ts';
import { type English, english } from './english.ts';
import { type Interpreter, interpreter } from './language.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { type Postings, postings } from './postings.ts';
import { type Premises, premises } from './premises.ts';
import { telling, weightsOf } from './weight.ts';
import { speakersOf, type Wording, wordingsOf } from './wordings.ts';

/** A story made ready to be asked. As unchanging as the story: a new story, a new index. */
export type Index = {
  readonly story: Story;
  readonly lexicon: Lexicon;
  readonly english: English;
  readonly topics: readonly Topic[];
  /** What has rows: the topics, and after them what the record is silent on. */
  readonly entries: readonly (Topic | Silence)[];
  /** Speakers whom no title, phrasing or fact names: they are found by what they said all the same. */
  readonly unnamed: ReadonlySet<string>;
  /** Every way of saying what a topic is about is a row; the rows of a topic lie together, in the topics' order. */
  readonly rows: Rows;
  /** The number of a token, where any row holds it. */
  readonly idOf: (token: string) => number | undefined;
  /** How much a token tells topics apart: towards 0 for one that stands in many, or that everybody uses of everything. */
  readonly weightOf: (token: string) => number;
  readonly interpret: Interpreter;
  readonly premises: Premises;
  readonly endingsOf: Endings;
  /** Room that every search uses anew, one after the other: all zeros between them. */
  readonly scratch: {
    readonly shared: Float32Array;
    readonly touched: Uint32Array;
    /** By a token's number. */
    readonly asked: Uint8Array;
  };
};

/** In flat arrays: a hundred thousand topics must fit in the memory of a small machine. */
export type Rows = Postings & {
  /** Of each row the number of its topic or silence. */
  readonly topic: Uint32Array;
  /** The first row of each, and at the end the number of rows. */
  readonly first: Uint32Array;
  readonly kind: Uint8Array;
  readonly asking: Uint8Array;
  /** Of each row how much its tokens weigh together. */
  readonly weight: Float32Array;
  /** By a token's number, 1 for one that the record itself uses, and not just people who ask of it. */
  readonly isOurs: Uint8Array;
  /** By a token's number, how much it weighs. */
  readonly weights: Float32Array;
};

export const kinds = [
  'title',
  'phrasing',
  'further',
  'fact',
  'speaker',
  'silent',
] as const satisfies readonly Wording['kind'][];

/**
 * The index of a story. Given the index of the story as it was before a correction, only what is new is read; nothing
 * else of it is used, and the outcome is the same.
 */
export const index = (story: Story, language: English = english(), before?: Index): Index => {
  const steps = indexing(story, language, before);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

/** So many rows are read before others get their turn, and so many topics gone through. */
const ROWS_A_STEP = 1_500;
const TOPICS_A_STEP = 1_500;

/** The same in steps of a few milliseconds: whoever takes them one by one can do something else between them. */
export function* indexing(story: Story, language: English, before?: Index): Generator<undefined, Index> {
  const unnamed = yield* unnamedSpeakers(story);
  yield;
  const earlier = before !== undefined && isAlike(before, story, unnamed) ? before : undefined;
  const words = lexicon(story, language, earlier?.lexicon);
  yield;
  const topics = [...story.topics.values()];
  const entries = [...topics, ...story.silences];
  const placeOf = new Map(earlier?.entries.map((entry, place) => [keyOf(entry), place] as const));

  const ids = new Map<string, number>();
  const names: string[] = [];
  const numberOf = (token: string): number => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, names.length);
    return names.push(token) - 1;
  };
  const renumbered = new Map<number, number>();
  const flat: number[] = [];
  /** By a token's number, the last row that holds it. */
  const lastIn: number[] = [];
  const starts: number[] = [0];
  const rowTopics: number[] = [];
  const rowKinds: number[] = [];
  const rowAskings: number[] = [];
  const first = new Uint32Array(entries.length + 1);
  let turn = 0;
  for (const [place, entry] of entries.entries()) {
    if (rowTopics.length - turn >= ROWS_A_STEP) {
      turn = rowTopics.length;
      yield;
    }
    first[place] = rowTopics.length;
    const was = placeOf.get(keyOf(entry));
    const twin = earlier !== undefined && was !== undefined ? { index: earlier, place: was } : undefined;
    if (twin !== undefined && isSame(entry, twin.index.entries[twin.place])) {
      const { rows } = twin.index;
      for (let row = rows.first[twin.place] ?? 0; row < (rows.first[twin.place + 1] ?? 0); row++) {
        for (const old of rows.tokensIn(row)) {
          const number = renumbered.get(old) ?? numberOf(twin.index.rows.nameOf(old));
          renumbered.set(old, number);
          flat.push(number);
        }
        starts.push(flat.length);
        rowTopics.push(place);
        rowKinds.push(rows.kind[row] ?? 0);
        rowAskings.push(rows.asking[row] ?? 0);
      }
      continue;
    }
    for (const { kind, text } of wordingsOf(entry, unnamed)) {
      for (const token of words.tokensOf(text)) {
        const number = numberOf(token);
        if (lastIn[number] === rowTopics.length) continue;
        lastIn[number] = rowTopics.length;
        flat.push(number);
      }
      starts.push(flat.length);
      rowTopics.push(place);
      rowKinds.push(kinds.indexOf(kind));
      rowAskings.push(askings.indexOf(kind === 'fact' ? 'open' : askingOf(text.toLowerCase())));
    }
  }
  first[entries.length] = rowTopics.length;

  yield;
  if (earlier !== undefined) words.forget((token) => ids.has(token));
  yield;
  const held = postings(flat, starts, names);
  yield;
  const topic = Uint32Array.from(rowTopics);
  const weights = yield* weightsOf(held, topic, topics.length, words, language);
  yield;
  const weight = new Float32Array(topic.length);
  for (let row = 0; row < topic.length; row++)
    for (let i = held.starts[row] ?? 0; i < (held.starts[row + 1] ?? 0); i++)
      weight[row] = (weight[row] ?? 0) + (weights[held.tokens[i] ?? 0] ?? 0);
  const weightOf = (token: string) => weights[ids.get(token) ?? -1] ?? telling(language, token);
  yield;
  const heldBy = (word: string) =>
    held.rowsWith(ids.get(words.vocabulary.get(word) ?? '') ?? names.length).length;
  const endingsOf = endings(words.vocabulary.keys(), heldBy);
  yield;
  const interpret = interpreter(story, words, language);
  yield;
  const corrections = premises(story, words, weightOf);
  yield;
  return {
    story,
    lexicon: words,
    english: language,
    topics,
    entries,
    unnamed,
    rows: {
      ...held,
      topic,
      first,
      kind: Uint8Array.from(rowKinds),
      asking: Uint8Array.from(rowAskings),
      weight,
      isOurs: oursAmong(held, rowKinds, names.length),
      weights,
    },
    idOf: (token) => ids.get(token),
    weightOf,
    interpret,
    premises: corrections,
    scratch: {
      shared: new Float32Array(topic.length),
      touched: new Uint32Array(topic.length),
      asked: new Uint8Array(names.length),
    },
    endingsOf,
  };
}

/** The words of a row as its curator wrote them. */
export const textOf = ({ entries, rows, unnamed }: Index, row: number): string => {
  const place = rows.topic[row] ?? 0;
  const entry = entries[place];
  if (entry === undefined) throw new Error('A row without a topic');
  return wordingsOf(entry, unnamed)[row - (rows.first[place] ?? 0)]?.text ?? '';
};

/** A wording of the record's own, not one gathered from people who ask. */
export const isOwn = ({ kind }: Rows, row: number): boolean => isOwnKind(kind[row] ?? 0);

const isOwnKind = (kind: number): boolean => !['further', 'silent'].includes(kinds[kind] ?? 'silent');

const FACT = kinds.indexOf('fact');

export const isFact = (rows: Rows, row: number): boolean => rows.kind[row] === FACT;

/** The rows of a topic in which a token stands. */
export const rowsIn = ({ rowsWith, first }: Rows, token: number, place: number): Uint32Array => {
  const held = rowsWith(token);
  return held.subarray(placeIn(held, first[place] ?? 0), placeIn(held, first[place + 1] ?? 0));
};

/** How many of these, which ascend, are below a number. */
const placeIn = (ascending: Uint32Array, below: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < below) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const askingIn = ({ rows }: Index, row: number): Asking => askings[rows.asking[row] ?? 0] ?? 'open';

/** Whether a story uses words as an earlier one did, so that what was read of that holds for this. */
const isAlike = (before: Index, story: Story, unnamed: ReadonlySet<string>): boolean =>
  unnamed.symmetricDifference(before.unnamed).size === 0 &&
  JSON.stringify(story.synonyms) === JSON.stringify(before.story.synonyms) &&
  JSON.stringify([...story.actors.values()]) === JSON.stringify([...before.story.actors.values()]);

/** What the record is silent on may go by the id of the topic that it resembles. */
const keyOf = (entry: Topic | Silence): string => `${'facts' in entry ? 'topic' : 'silence'} ${entry.id}`;

const isSame = (one: Topic | Silence, other: Topic | Silence | undefined): boolean =>
  other !== undefined &&
  ('facts' in one && 'facts' in other
    ? isSameTopic(one, other)
    : !('facts' in one) && !('facts' in other) && areSame(one.asked, other.asked));

const isSameTopic = (one: Topic, other: Topic): boolean =>
  one.title === other.title &&
  areSame(one.asked, other.asked) &&
  areSame(one.phrasings, other.phrasings) &&
  areSame(
    one.facts.map(({ text }) => text),
    other.facts.map(({ text }) => text),
  ) &&
  areSame(speakersOf(one), speakersOf(other));

const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((text, i) => text === others[i]);

/** Speakers whom no title, phrasing or fact names. */
function* unnamedSpeakers(story: Story): Generator<undefined, ReadonlySet<string>> {
  const speakers = new Set([...story.statements.values()].map(({ by }) => by.name));
  let turn = 0;
  for (const { title, asked, facts } of story.topics.values()) {
    if (speakers.size === 0) break;
    if (++turn % TOPICS_A_STEP === 0) yield;
    const text = [title, ...asked, ...facts.map((fact) => fact.text)].join('\n').toLowerCase();
    for (const name of speakers) if (text.includes(name.toLowerCase())) speakers.delete(name);
  }
  return speakers;
}

const oursAmong = ({ tokensIn }: Postings, rowKinds: readonly number[], tokens: number): Uint8Array => {
  const isOurs = new Uint8Array(tokens);
  for (const [row, kind] of rowKinds.entries())
    if (isOwnKind(kind)) for (const token of tokensIn(row)) isOurs[token] = 1;
  return isOurs;
};
