import { ask } from '../../src/story/ask.ts';
import { type Index, index, indexing } from '../../src/story/search/index.ts';
import { suggestTopics } from '../../src/story/search/suggest.ts';
import { houses } from '../conversation/houses.ts';
import { inChanceOrder } from '../exam/chance.ts';
import { ours } from '../exam/door.ts';
import { halfOf } from '../exam/half.ts';
import { quantile } from '../exam/interval.ts';
import { answersOf, openQuestions } from '../exam/open.ts';
import type { Question } from '../exam/question.ts';
import { pastes as hostile } from '../story/typed.ts';
import type { Measured } from './figures.ts';
import { bare, bareOf, corrected, grow } from './grow.ts';
import { type Retriever, retrievers, type Tried } from './retriever.ts';

/** After so long no further question is asked. */
const MOST_MS = 60_000;
/** What is asked first, so that the compiler has seen it all: other questions, whose answers nobody looks at. */
const WARM_UP = { most: 100, ms: 3_000 };

const memory = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  // What is external includes the array buffers.
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

const askAll = async (
  { ask }: Retriever,
  builtFor: (question: Question) => unknown,
  questions: readonly Question[],
  { most, ms: mostMs }: { readonly most: number; readonly ms: number },
) => {
  const tried: Tried<unknown>[] = [];
  const began = performance.now();
  for (const question of questions.slice(0, most)) {
    if (performance.now() - began > mostMs) break;
    const built = await builtFor(question);
    const start = performance.now();
    const result = await ask(built, question);
    tried.push({ question, result, ms: performance.now() - start });
  }
  return tried;
};

const long = (text: string): string => text.repeat(Math.ceil(6_000 / text.length)).slice(0, 6_000);

const longestStep = (steps: Iterator<undefined, Index>): number => {
  for (let longest = 0; ; ) {
    const began = performance.now();
    const { done } = steps.next();
    longest = Math.max(longest, performance.now() - began);
    if (done) return longest;
  }
};

/** What members see while they type, and what a moderator waits for. */
const moreOf = (ready: Index, questions: readonly Question[]): Measured['more'] => {
  const beginnings = questions.flatMap(({ ask }) => [3, 8, 15, ask.length - 1].map((n) => ask.slice(0, n)));
  const timed = (act: () => unknown) => {
    const began = performance.now();
    act();
    return performance.now() - began;
  };
  const pastes = [' ', '. ', '\n', '? and '].map((joint) =>
    long(questions.map((one) => one.ask).join(joint)),
  );
  const pasting = [...pastes, ...hostile.map(([, paste]) => paste)].map((paste) =>
    quantile(
      Array.from({ length: 15 }, () => timed(() => ask(ready, paste))),
      0.5,
    ),
  );
  const suggesting = beginnings.map((typed) => timed(() => suggestTopics(ready, typed)));
  const correcting = Array.from({ length: 5 }, () => {
    const story = corrected(ready.story);
    return timed(() => index(story, ready.english, ready));
  });
  return {
    suggestP50: quantile(suggesting, 0.5),
    suggestP99: quantile(suggesting, 0.99),
    correctionMs: quantile(correcting, 0.5),
    heldMs: longestStep(indexing(corrected(ready.story), ready.english, ready)),
    pasteMs: Math.max(...pasting),
  };
};

/** The story as it is; with no ways of asking but its titles; or without those of one topic, each in turn as it is asked for. */
const kinds = ['full', 'bare', 'in turn'] as const;
type Kind = (typeof kinds)[number];
const isKind = (kind: string): kind is Kind => (kinds as readonly string[]).includes(kind);

/** Asks the tuning half of one retriever at one size; what needs a memory of earlier questions is left out. */
const measure = async (retriever: Retriever, size: number, kind: Kind): Promise<Measured> => {
  const furnished = await houses()(undefined);
  const { story } = furnished.index();
  const answers = await answersOf(ours(furnished), story);
  const all = await openQuestions('test/exam/questions', story, answers);
  const asked = inChanceOrder(all.filter(({ kind }) => kind !== 'follow-up'));
  const questions = asked.filter(({ ask }) => halfOf(ask) === 'tuning');
  const grown = grow(kind === 'bare' ? bare(story) : story, size);
  const prepared = retriever.prepare(grown);

  const before = memory();
  const began = performance.now();
  const built = await retriever.build(prepared);
  const buildMs = performance.now() - began;
  const builtMb = memory() - before;
  const others = asked.filter((question) => !questions.includes(question));
  await askAll(retriever, () => built, others, WARM_UP);
  const inTurn = new Map<string, unknown>();
  const builtFor = async ({ kind: of, right: [id] = [] }: Question) => {
    if (kind !== 'in turn' || of === 'several' || id === undefined) return built;
    if (!inTurn.has(id)) inTurn.set(id, await retriever.build(retriever.prepare(bareOf(grown, id))));
    return inTurn.get(id);
  };
  const tried = await askAll(retriever, builtFor, questions, { most: questions.length, ms: MOST_MS });
  const askedMb = memory() - before;
  const times = tried.map(({ ms }) => ms);
  return {
    buildMs,
    builtMb,
    askedMb,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    marks: retriever.judge(tried, answers).map(({ mark }) => mark),
    questions: questions.length,
    ...(retriever.name === 'ours' ? { more: moreOf(built as Index, questions) } : {}),
  };
};

const [name = '', size = '', kind = 'full'] = process.argv.slice(2);
if (!isKind(kind)) throw new Error(`There is no story of kind ${kind}`);
const retriever = Object.entries(retrievers).find(([one]) => one === name)?.[1];
if (retriever === undefined) throw new Error(`There is no retriever called ${name}`);
process.stdout.write(JSON.stringify(await measure(retriever as Retriever, Number(size), kind)));
