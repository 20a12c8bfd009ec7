import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { openBook } from '../../src/book/open.ts';
import { parse } from '../../src/book/parse.ts';
import type { Topic } from '../../src/story/model.ts';
import { clean } from '../../src/story/search/clean.ts';
import { features } from '../../src/story/search/features.ts';
import { followed, leansOn } from '../../src/story/search/follow.ts';
import { type Index, index } from '../../src/story/search/index.ts';
import { questionOf } from '../../src/story/search/question.ts';
import { type Ranked, rank } from '../../src/story/search/rank.ts';
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
    meant: 3,
    alike: 2,
    odds: 3,
    closest: 3,
    near: 3,
    coupled: 2,
    coupledShare: 1,
    votes: 2,
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
    meant: 2,
    alike: 1,
    odds: 1,
    closest: 1,
    missing: -2,
    missingShare: -2,
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

const inParts = ({ parts: measured }: Ranked): number[] => parts.map((part) => measured[part]);

const book = await openBook('knowledge');
if ('problems' in book) throw new Error('The story has problems: npm run knowledge -- check');
const ready = index(book.story);
/** The story as it would be without what people ask and the record does not answer, and one with next to no ways of asking. */
const poorer = index({ ...book.story, silences: [] });
const questions = await tuning();

const lists: List[] = questions.flatMap((asked) => {
  const { right = [] } = asked;
  const list = seen(ready, asked).ranking.topics.map((one) => ({
    x: inParts(one),
    isRight: right.includes(one.topic.id),
  }));
  return list.some(({ isRight }) => isRight) && list.some(({ isRight }) => !isRight) ? [list] : [];
});
const ranking = fitRanking(lists, {
  towards: parts.map((part) => START.rank[part]),
  hold: HOLD.rank,
  step: 0.2,
});
// Only the order counts: the scale is set so that margins mean the same whatever was learnt.
const scale = 10 / ranking.reduce((sum, weight) => sum + Math.abs(weight), 0);
const ranked = Object.fromEntries(
  parts.map((part, i) => [part, (ranking[i] ?? 0) * scale]),
) as Weights['rank'];
Object.assign(weights.rank, ranked);

const examples: Example[] = [ready, poorer].flatMap((ready) =>
  questions.flatMap((asked) => {
    const { right = [] } = asked;
    const { question, ranking } = seen(ready, asked);
    const [best] = ranking.topics;
    if (best === undefined) return [];
    const { signs: shown } = features(ready, question, ranking);
    return [{ x: [...signs.map((sign) => shown[sign]), 1], isRight: right.includes(best.topic.id) }];
  }),
);
const gate = fitLogistic(examples, {
  towards: [...signs.map((sign) => START.gate[sign]), START.bias],
  hold: HOLD.gate,
  step: 0.2,
});

const rounded = (value: number | undefined): number => Math.round((value ?? 0) * 1000) / 1000;
const learnt = {
  provenance: {
    by: 'npm run learn',
    from: 'the tuning half of test/exam/questions',
    questions: questions.length,
    lists: lists.length,
    digest: createHash('sha256').update(JSON.stringify(questions)).digest('hex').slice(0, 16),
    held: HOLD,
  },
  bias: rounded(gate.at(-1)),
  rank: Object.fromEntries(parts.map((part) => [part, rounded(ranked[part])])),
  gate: Object.fromEntries(signs.map((sign, i) => [sign, rounded(gate[i])])),
};
await writeFile(PLACE, `${JSON.stringify(learnt, null, 2)}\n`);
process.stdout.write(`Learnt from ${questions.length} questions of the tuning half.\n`);
