import type { Story, Topic } from '../model.ts';
import { type English, english } from './english.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { wordsOf } from './words.ts';

/** One way of saying what a topic is about: its title, a phrasing, a fact. */
export type Row = {
  readonly topic: Topic;
  readonly wording: string;
  readonly tokens: readonly string[];
  /** A fact finds its topic too, but says less about how it is asked. */
  readonly isFact: boolean;
};

/** A story made ready to be asked. As unchanging as the story: a new story, a new index. */
export type Index = {
  readonly story: Story;
  readonly lexicon: Lexicon;
  readonly english: English;
  readonly rows: readonly Row[];
  /** The rows in which a token stands. */
  readonly holding: ReadonlyMap<string, readonly number[]>;
  /** The one topic of which these words are, in whatever order, a wording; nothing where there are several. */
  readonly verbatim: (tokens: readonly string[]) => Topic | undefined;
  /** Whether a token stands in any wording of a topic. */
  readonly stands: (token: string, topic: Topic) => boolean;
  /** How much a token tells topics apart: 0 for one that stands in all of them. */
  readonly weightOf: (token: string) => number;
};

const wordingsOf = (topic: Topic) => [
  ...[topic.title, ...topic.asked].map((wording) => ({ topic, wording, isFact: false })),
  ...topic.facts.map(({ text }) => ({ topic, wording: text, isFact: true })),
];

/** Speakers whom no wording names can be asked for all the same: "what did the mayor say". */
const speakersOf = (topic: Topic) =>
  [...new Set(topic.facts.flatMap(({ rests, against }) => [...rests, ...against]).map(({ by }) => by))].map(
    ({ name }) => ({
      topic,
      wording: `what ${name} said`,
      isFact: true,
    }),
  );

export const index = (story: Story, language: English = english()): Index => {
  const topics = [...story.topics.values()];
  const told = topics.flatMap(wordingsOf);
  const text = ` ${told.flatMap(({ wording }) => wordsOf(wording)).join(' ')} `;
  const isNamed = ({ wording }: { wording: string }) =>
    text.includes(` ${wordsOf(wording).slice(1, -1).join(' ')} `);
  const wordings = [...told, ...topics.flatMap(speakersOf).filter((row) => !isNamed(row))];
  const words = lexicon(
    story,
    wordings.map(({ wording }) => wording),
    language,
  );
  const rows = wordings
    .map((row) => ({ ...row, tokens: [...new Set(words.read(row.wording).map(({ token }) => token))] }))
    .filter(({ tokens }) => tokens.length > 0);

  const holding = new Map<string, number[]>();
  for (const [i, { tokens }] of rows.entries())
    for (const token of tokens) {
      const places = holding.get(token);
      if (places === undefined) holding.set(token, [i]);
      else places.push(i);
    }

  const homes = new Map<string, Set<Topic>>();
  for (const { topic, tokens, isFact } of rows)
    if (!isFact) homes.set(keyOf(tokens), (homes.get(keyOf(tokens)) ?? new Set()).add(topic));

  const topicsOf = new Map(
    [...holding].map(([token, places]) => [token, new Set(places.map((i) => rows[i]?.topic))]),
  );
  const weights = new Map(
    [...topicsOf].map(([token, topics]) => [token, Math.log(1 + story.topics.size / topics.size)]),
  );
  const heaviest = Math.log(1 + story.topics.size);
  return {
    story,
    lexicon: words,
    english: language,
    rows,
    holding,
    verbatim: (tokens) => {
      const [first, ...others] = homes.get(keyOf(tokens)) ?? [];
      return others.length === 0 ? first : undefined;
    },
    stands: (token, topic) => topicsOf.get(token)?.has(topic) ?? false,
    weightOf: (token) => ((weights.get(token) ?? heaviest) / heaviest) * words.telling(token),
  };
};

const keyOf = (tokens: readonly string[]): string => tokens.toSorted().join(' ');
