import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { openBook } from '../../src/book/open.ts';
import { parse } from '../../src/book/parse.ts';
import type { Story, Topic } from '../../src/story/model.ts';
import { clean } from '../../src/story/search/clean.ts';
import { features } from '../../src/story/search/features.ts';
import { followed, leansOn } from '../../src/story/search/follow.ts';
import { type Index, index } from '../../src/story/search/index.ts';
import { questionOf } from '../../src/story/search/question.ts';
import { rank } from '../../src/story/search/rank.ts';
import { signs } from '../../src/story/search/signs.ts';
import { parts, type Weights, weights } from '../../src/story/search/weights.ts';
import { halfOf } from './half.ts';
import { type Question, readQuestions } from './question.ts';
import { type Example, fitLogistic, fitRanking, type List } from './regression.ts';

/**
 * Works the weights of search out anew from the tuning half of the examination, and from nothing else. The same
 * questions and the same story give the same weights.
 */
const PLACE = new URL('../../src/story/search/learnt.json', import.meta.url);

/** They hold two questions: what is weighed is one. */
const left = new Set(['several']);

/** Where the weights begin, and what they are held to: what each would be if all that counts counted alike. */
const START: Weights = {
  rank: {
    fit: 3,
    covers: 3,
    held: 1,
    title: 1,
    toldClose: 1,
    around: 3,
    core: 2,
    share: 1,
    actors: 1,
    unasked: -1,
    asking: 1,
    fuzzy: 2,
    odds: 3,
    closest: 3,
    near: 3,
    coupled: 2,
    coupledShare: 1,
    votes: 2,
    thin: 0,
  },
  gate: {
    fit: 2,
    covers: 2,
    held: 1,
    toldClose: 1,
    around: 2,
    core: 1,
    actors: 1,
    asking: 1,
    unasked: -1,
    fuzzy: 1,
    odds: 1,
    closest: 1,
    missing: -2,
    near: 1,
    coupled: 1,
    coupledShare: 1,
    margin: 3,
    outside: -4,
    stranger: -3,
    absent: -3,
    lacksCount: -2,
    advice: -3,
    besides: 1,
    said: 2,
    little: -2,
    repaired: 0,
    ofStory: 1,
    long: 0,
    verbatim: 4,
    nameAlone: -1,
    silent: -4,
    silentClosest: -2,
    silentNear: -2,
    voted: 2,
    votedAhead: 1,
    votedSilent: -2,
    leaning: -1,
  },
  bias: -5,
};
const HOLD = { rank: 0.001, gate: 0.001 };

const tuning = async (): Promise<Question[]> => {
  const folder = 'test/exam/questions';
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return texts
    .flatMap((text, i) => {
      const outcome = readQuestions(parse(files[i] ?? '', text).value);
      return 'questions' in outcome ? outcome.questions : [];
    })
    .filter(({ ask, kind }) => halfOf(ask) === 'tuning' && !left.has(kind));
};

/** A question as the bot would read it: in English, and together with what it leans on. */
const seen = (ready: Index, { ask, after = [] }: Question) => {
  const text = clean(ask);
  const english = ready.interpret(text)?.english ?? text;
  const alone = { ...questionOf(ready, english), isTranslated: english !== text };
  const before = after.at(-1);
  const earlier = before === undefined ? undefined : earlierOf(ready, before);
  const question =
    earlier !== undefined && leansOn(ready, alone)
      ? followed(ready, english, earlier, { topic: earlier.id, actors: [] })
      : alone;
  return { question, ranking: rank(ready, question) };
};

/** What an earlier question was about, whatever has been learnt before: else learning twice would not end where once does. */
const earlierOf = (ready: Index, asked: string): Topic | undefined =>
  rank(ready, questionOf(ready, clean(asked)))
    .topics.map(({ topic, parts: measured }) => ({
      topic,
      score: parts.reduce((sum, part) => sum + START.rank[part] * measured[part], 0),
    }))
    .toSorted((a, b) => b.score - a.score)[0]?.topic;

/** What is measured, once for the weights where little is known of a topic, and once for those where much is. */
const twice = (x: readonly number[], known: number): Float64Array =>
  Float64Array.of(...x.map((value) => value * (1 - known)), ...x.map((value) => value * known));

/** How much may be known of how a topic is asked: all that is, a few ways, fewer, nothing but its title. */
const densities = ['full', 'asked', 'three', 'title'] as const;
type Density = (typeof densities)[number];

const thin = (topic: Topic, density: Density): Topic => {
  const [first, ...more] = topic.asked;
  switch (density) {
    case 'full':
      return topic;
    case 'asked':
      return { ...topic, phrasings: [] };
    case 'three':
      return { ...topic, phrasings: [], asked: [first, ...more.slice(0, 2)] };
    case 'title':
      return { ...topic, phrasings: [], asked: [topic.title] };
    default:
      return density satisfies never;
  }
};

const thinned = (story: Story, densityOf: (place: number) => Density): Story => ({
  ...story,
  topics: new Map(
    [...story.topics].map(([id, topic], place) => [id, thin(topic, densityOf(place))] as const),
  ),
});

/** Of so many topics beside each other one is of each density, and the rest are full. */
const TURNS = 8;

/** The story as it is counts so many times: it is what members ask. */
const AS_IT_IS = 3;

/** So many small stories are made of the one. */
const SMALL = 6;

/** Every so many-th topic, and that by a few ways of asking. */
const small = (story: Story, turn: number): Story => {
  const topics = [...story.topics].filter((_, place) => place % SMALL === turn);
  return thinned({ ...story, topics: new Map(topics) }, () => (turn % 2 === 0 ? 'asked' : 'three'));
};

/** What is asked of a small story: what it answers, what no part of the story does, and some of what another part would. */
const askedOf = ({ topics }: Story, questions: readonly Question[], turn: number): Question[] =>
  questions.filter(
    ({ right }, i) => right === undefined || right.some((id) => topics.has(id)) || i % SMALL === turn,
  );

/** A story, the questions that it is asked, and how many times it counts. */
type Lesson = { readonly ready: Index; readonly questions: readonly Question[]; readonly times: number };

/**
 * The story as it is; as new ones are, of which less is known, and nothing of what their record is silent on; as small
 * ones are; and as it is after moderators have added to it, so that topics of which little is known stand beside others
 * of which all is.
 */
const lessons = (story: Story, questions: readonly Question[]): Lesson[] => {
  const silent = { ...story, silences: [] };
  // What somebody was told before is known only where all is.
  const alone = questions.filter(({ after }) => after === undefined);
  const others = [
    ...densities.map((density) => thinned(silent, () => density)),
    ...Array.from({ length: TURNS }, (_, turn) =>
      thinned(story, (place) => densities[(place + turn) % TURNS] ?? 'full'),
    ),
  ];
  return [
    { ready: index(story), questions, times: AS_IT_IS },
    ...others.map((one) => ({ ready: index(one), questions: alone, times: 1 })),
    ...Array.from({ length: SMALL }, (_, turn) => {
      const part = small(silent, turn);
      return { ready: index(part), questions: askedOf(part, alone, turn), times: 1 };
    }),
  ];
};

const book = await openBook('knowledge');
if ('problems' in book) throw new Error('The story has problems: npm run knowledge -- check');
const questions = await tuning();
const taught = lessons(book.story, questions);

const lists: List[] = taught.flatMap(({ ready, questions: asked, times }) =>
  asked.flatMap((question) => {
    const { right = [] } = question;
    const list = seen(ready, question).ranking.topics.map(({ topic, parts: measured, known }) => ({
      x: twice(
        parts.map((part) => measured[part]),
        known,
      ),
      isRight: right.includes(topic.id),
    }));
    return list.some(({ isRight }) => isRight) && list.some(({ isRight }) => !isRight)
      ? Array.from({ length: times }, () => list)
      : [];
  }),
);
const startRank = parts.map((part) => START.rank[part]);
const ranking = fitRanking(lists, { towards: [...startRank, ...startRank], hold: HOLD.rank, step: 0.2 });
// Only the order counts: the scale is set so that margins mean the same whatever was learnt.
const scale = 20 / ranking.reduce((sum, weight) => sum + Math.abs(weight), 0);
const rankAt = (at: number) =>
  Object.fromEntries(parts.map((part, i) => [part, (ranking[at + i] ?? 0) * scale])) as Weights['rank'];
Object.assign(weights.few.rank, rankAt(0));
Object.assign(weights.many.rank, rankAt(parts.length));

const examples: Example[] = taught.flatMap(({ ready, questions: asked, times }) =>
  asked.flatMap((one) => {
    const { right = [] } = one;
    const { question, ranking } = seen(ready, one);
    const [best] = ranking.topics;
    if (best === undefined) return [];
    const { signs: shown } = features(ready, question, ranking);
    const x = twice([...signs.map((sign) => shown[sign]), 1], best.known);
    return Array.from({ length: times }, () => ({ x, isRight: right.includes(best.topic.id) }));
  }),
);
const startGate = [...signs.map((sign) => START.gate[sign]), START.bias];
const gate = fitLogistic(examples, { towards: [...startGate, ...startGate], hold: HOLD.gate, step: 0.2 });

const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 1000) / 1000;
const weightsAt = (rankFrom: number, gateFrom: number) => ({
  bias: rounded(gate[gateFrom + signs.length]),
  rank: Object.fromEntries(Object.entries(rankAt(rankFrom)).map(([part, value]) => [part, rounded(value)])),
  gate: Object.fromEntries(signs.map((sign, i) => [sign, rounded(gate[gateFrom + i])])),
});
const learnt = {
  provenance: {
    by: 'npm run learn',
    from: 'the tuning half of test/exam/questions',
    questions: questions.length,
    lists: lists.length,
    digest: createHash('sha256').update(JSON.stringify(questions)).digest('hex').slice(0, 16),
    held: HOLD,
  },
  few: weightsAt(0, 0),
  many: weightsAt(parts.length, signs.length + 1),
};
await writeFile(PLACE, `${JSON.stringify(learnt, null, 2)}\n`);
process.stdout.write(`Learnt from ${questions.length} questions of the tuning half.\n`);
