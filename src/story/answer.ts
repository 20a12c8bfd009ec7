import { type Fact, hasSome, type NonEmpty, type Statement, type Topic } from './model.ts';

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
} & Cited;

/** An honest "the record does not answer this". */
export type Miss = {
  readonly kind: 'miss';
  /** Words of the question that lie outside the story, as they were typed: untrusted text. */
  readonly foreign: readonly string[];
  /** Names, as they were typed, that the record knows, and of which it does not say what was asked. */
  readonly absent: readonly string[];
  readonly nearest: readonly Topic[];
};

/** The question could mean each of these. */
export type Choice = { readonly kind: 'choice'; readonly topics: NonEmpty<Topic> };

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

/** An answer to part of a topic, under a title of its own. */
export const answerPart = (topic: Topic, title: string, facts: NonEmpty<Fact>): Answer => ({
  kind: 'answer',
  topic,
  title,
  ...cite(facts),
});
