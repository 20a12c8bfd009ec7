import { type Fact, hasSome, type Language, type NonEmpty, type Statement, type Topic } from './model.ts';
import type { Before } from './search/follow.ts';

/** A fact as a reader gets it: with the numbers of the statements behind it, and of those against it. */
export type Point = {
  readonly fact: Fact;
  readonly marks: NonEmpty<number>;
  readonly against: readonly number[];
};

/** A statement under its number: the receipt. */
export type Citation = { readonly mark: number; readonly statement: Statement };

/** Facts with the statements they rest on, numbered in the order in which a reader meets them. */
export type Cited = { readonly points: NonEmpty<Point>; readonly citations: NonEmpty<Citation> };

/** What a reader gets: never without a citation. */
export type Answer = {
  readonly kind: 'answer';
  readonly topic: Topic;
  /** Over the answer: the question, or the part of it that is answered. */
  readonly title: string;
  /** What the question took for granted and is not so: said before all else. */
  readonly corrected: readonly Point[];
  /** The actors whom the question named, by id. */
  readonly named: readonly string[];
  /** The reader's language, where it is not the one that the record is kept in. */
  readonly language?: Language;
} & Cited;

/** Two questions in one, and the answer to each, with one numbering of the statements behind both. */
export type Several = {
  readonly kind: 'several';
  readonly answers: readonly [Answer, Answer];
  readonly citations: NonEmpty<Citation>;
};

/** An honest "the record does not answer this". */
export type Miss = {
  readonly kind: 'miss';
  /** Words of the question that lie outside the story, as they were typed: untrusted text. */
  readonly foreign: readonly string[];
  /** Names, as they were typed, that the record knows, and of which it does not say what was asked. */
  readonly absent: readonly string[];
  readonly nearest: readonly Topic[];
  readonly language?: Language;
};

/** The question could mean each of these. */
export type Choice = {
  readonly kind: 'choice';
  readonly topics: NonEmpty<Topic>;
  readonly language?: Language;
};

/** Numbers the statements behind the facts from 1, each statement once. */
export const cite = (facts: NonEmpty<Fact>): Cited => {
  const { points, citations } = citeAll(facts, []);
  const [first, ...rest] = points;
  if (first === undefined || !hasSome(citations)) throw new Error('Facts without a statement behind them');
  return { points: [first, ...rest], citations };
};

/** The same for any number of facts, with further statements that are shown beside them. */
export const citeAll = (
  facts: readonly Fact[],
  statements: readonly Statement[],
): { readonly points: readonly Point[]; readonly citations: readonly Citation[] } => {
  const marks = new Map<Statement, number>();
  const markOf = (statement: Statement): number => {
    const mark = marks.get(statement) ?? marks.size + 1;
    marks.set(statement, mark);
    return mark;
  };
  statements.forEach(markOf);
  const points = facts.map((fact): Point => {
    const [first, ...rest] = fact.retracted?.rests ?? fact.rests;
    const against = fact.retracted === undefined ? fact.against : [];
    return { fact, marks: [markOf(first), ...rest.map(markOf)], against: against.map(markOf) };
  });
  return { points, citations: [...marks].map(([statement, mark]) => ({ mark, statement })) };
};

/** The answer to a topic. */
export const answer = (topic: Topic): Answer => answerPart(topic, topic.title, topic.facts);

/** An answer to part of a topic, under a title of its own; first whatever the question wrongly takes for granted. */
export const answerPart = (
  topic: Topic,
  title: string,
  facts: NonEmpty<Fact>,
  corrections: readonly Fact[] = [],
): Answer => {
  const { points, citations } = cite(joined(corrections, facts));
  const rest = points.slice(corrections.length);
  if (!hasSome(rest)) throw new Error('An answer without a fact');
  return {
    kind: 'answer',
    topic,
    title,
    corrected: points.slice(0, corrections.length),
    named: [],
    points: rest,
    citations,
  };
};

/** What somebody who was told this can go on from. */
export const beforeOf = (told: Answer | Several): Before => {
  const { topic, named } = told.kind === 'several' ? told.answers[1] : told;
  return { topic: topic.id, actors: named };
};

/** Two answers in one, their statements numbered through. */
export const several = (first: Answer, second: Answer): Several => {
  const { citations } = cite(joined(factsOf(first), factsOf(second)));
  const markOf = new Map(citations.map(({ mark, statement }) => [statement, mark] as const));
  return {
    kind: 'several',
    answers: [renumbered(first, markOf), renumbered(second, markOf)],
    citations,
  };
};

const joined = <T>(some: readonly T[], [first, ...rest]: NonEmpty<T>): NonEmpty<T> => {
  const [head, ...tail] = some;
  return head === undefined ? [first, ...rest] : [head, ...tail, first, ...rest];
};

const factsOf = ({ corrected, points: [first, ...rest] }: Answer): NonEmpty<Fact> =>
  joined(
    corrected.map(({ fact }) => fact),
    [first.fact, ...rest.map(({ fact }) => fact)],
  );

const renumbered = (answer: Answer, markOf: ReadonlyMap<Statement, number>): Answer => {
  const was = new Map(answer.citations.map(({ mark, statement }) => [mark, statement] as const));
  const anew = (mark: number): number => {
    const statement = was.get(mark);
    return (statement && markOf.get(statement)) ?? mark;
  };
  const point = ({ fact, marks: [first, ...rest], against }: Point): Point => ({
    fact,
    marks: [anew(first), ...rest.map(anew)],
    against: against.map(anew),
  });
  const [first, ...rest] = answer.points;
  const [one, ...others] = answer.citations;
  const citation = ({ mark, statement }: Citation): Citation => ({ mark: anew(mark), statement });
  return {
    ...answer,
    corrected: answer.corrected.map(point),
    points: [point(first), ...rest.map(point)],
    citations: [citation(one), ...others.map(citation)],
  };
};
