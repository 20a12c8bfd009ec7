import type { Fact, Language, Topic } from './model.ts';
import { clausesOf } from './search/clauses.ts';
import { clean } from './search/clean.ts';
import { type Before, followed, isChallenge, leansOn, needsWhatWasBefore } from './search/follow.ts';
import { type Decision, gate } from './search/gate.ts';
import type { Index } from './search/index.ts';
import { leadingFact } from './search/leading.ts';
import { type Question, questionOf } from './search/question.ts';
import { type Ranked, rank } from './search/rank.ts';

/** A topic that answers, and of its facts the one that says exactly what was asked, where it is not the first. */
export type Found = { readonly topic: Topic; readonly leading: Fact | undefined };

/** What search makes of a question, and how it got there. */
export type Finding = {
  /** The topics that answer it: one, two where two things were asked, none where none is sure. */
  readonly found: readonly [] | readonly [Found] | readonly [Found, Found];
  /** The decision about the question as it was understood: of two, about the first. */
  readonly decision: Decision;
  readonly nearest: readonly Topic[];
  /** What corrects the question. */
  readonly corrections: readonly Fact[];
  readonly language: Language | undefined;
  /** How it was read, in words for a moderator: in parts, in another language, together with what was asked before. */
  readonly readings: readonly string[];
  readonly question: Question;
  readonly ranked: readonly Ranked[];
};

type Weighed = {
  readonly question: Question;
  readonly ranked: readonly Ranked[];
  readonly decision: Decision;
};

/** A part of a question, in its own words. */
type Part = Weighed & { readonly text: string };

/** How likely it must be where words are taken for others. */
const FREELY = 0.8;

/** A longer question than this names people in passing. */
const SHORT = 12;

/** In a longer question there is enough that was understood. */
const MISHEARD = 16;

/** How likely each of two must be where two things are taken to be asked. */
const EACH = 0.75;

export const find = (index: Index, typed: string, before?: Before): Finding => {
  const text = clean(typed);
  const reading = index.interpret(text);
  const english = reading?.english ?? text;
  const readings =
    reading === undefined ? [] : [`it is in ${reading.language.name}, and read as "${english}"`];
  const of = (weighed: Weighed, ...how: string[]): Finding => ({
    found: foundIn(index, weighed),
    ...weighed,
    nearest: nearestOf(index, weighed),
    corrections: correctionsIn(index, english),
    language: reading?.language,
    readings: [...readings, ...how],
  });
  const whole = weigh(index, { ...questionOf(index, english), isTranslated: reading !== undefined });
  const [named, other] = topicsNamed(index, typed, whole.ranked);
  if (named !== undefined) {
    const only = of(settled(whole, named), 'it names the topic');
    return other === undefined
      ? only
      : {
          ...only,
          found: [
            { topic: named, leading: undefined },
            { topic: other, leading: undefined },
          ],
        };
  }

  const earlier = before === undefined ? undefined : index.story.topics.get(before.topic);
  if (before !== undefined && earlier !== undefined) {
    if (isChallenge(english)) return of(settled(whole, earlier), `it asks for more about "${earlier.title}"`);
    const together = goingOn(index, english, whole, earlier, before);
    if (together !== undefined) return of(together, `it goes on from "${earlier.title}"`);
  }

  const parts = partsOf(index, english, whole);
  const [first, second] = apart(parts);
  if (first !== undefined && second !== undefined && !isVerbatim(whole)) {
    const both = [...foundIn(index, first), ...foundIn(index, second)];
    const [one, other] = both;
    if (one !== undefined && other !== undefined)
      return { ...of(first, 'it asks two things'), found: [one, other] };
  }
  // What points back says less by itself than the whole does.
  const best = parts
    .filter(({ question }) => whole.decision.is !== 'sure' || !leansOn(index, question))
    .reduce<Weighed>((so, part) => (part.decision.probability > so.decision.probability ? part : so), whole);
  if (best.decision.is !== 'sure' && whole.question.words.length <= MISHEARD) {
    const guessed = questionOf(index, english, 'freely');
    const freely = isSame(guessed, whole.question) ? whole : weigh(index, guessed);
    if (freely.decision.is === 'sure' && freely.decision.probability >= FREELY)
      return of(freely, 'some of its words are taken for others that sound or look like them');
  }
  return best === whole ? of(whole) : of(best, 'only a part of it asks');
};

const weigh = (index: Index, question: Question): Weighed => {
  const ranking = rank(index, question);
  return { question, ranked: ranking.topics, decision: gate(index, question, ranking) };
};

const isSame = (one: Question, other: Question): boolean =>
  one.words.length === other.words.length &&
  one.words.every(({ token }, i) => token === other.words[i]?.token);

/** The question together with the one before it, where it needs that or is clearer with it; nothing where it stands by itself. */
const goingOn = (
  index: Index,
  text: string,
  whole: Weighed,
  earlier: Topic,
  before: Before,
): Weighed | undefined => {
  const { question, ranked, decision } = whole;
  if (isVerbatim(whole) || !leansOn(index, question)) return undefined;
  const together = weigh(index, followed(index, text, earlier, before));
  const [nearest] = together.ranked;
  if (nearest === undefined) return undefined;
  const isSameTopic = nearest.topic === ranked[0]?.topic;
  // Of several things that it may mean, the earlier question decides one.
  if (decision.is === 'choice' && decision.topics.includes(nearest.topic))
    return settled(together, nearest.topic);
  // Neither is sure, and both mean the same.
  if (together.decision.is === 'choice' && isSameTopic) return settled(together, nearest.topic);
  const isBetter =
    (decision.is !== 'sure' || isSameTopic) && together.decision.probability > decision.probability;
  return isBetter || needsWhatWasBefore(index, question) ? together : undefined;
};

const partsOf = (index: Index, text: string, { decision, question }: Weighed): Part[] => {
  const parts = weighParts(index, clausesOf(text));
  // "What about Pixel, were they in it": a part that points back to a name nobody knows asks about that name.
  const isOfStranger = decision.features.signs.stranger > 0 && question.words.length <= SHORT;
  return isOfStranger ? parts.filter((part) => !leansOn(index, part.question)) : parts;
};

/** Each clause by itself, or together with what the one before it was about where it leans on that. */
const weighParts = (index: Index, clauses: readonly string[]): Part[] => {
  const parts: Part[] = [];
  for (const clause of clauses) {
    const alone = weigh(index, questionOf(index, clause));
    const [earlier] = parts.at(-1)?.ranked ?? [];
    const isLeaning = earlier !== undefined && alone.decision.is !== 'sure' && leansOn(index, alone.question);
    const weighed = isLeaning
      ? weigh(index, followed(index, clause, earlier.topic, { topic: earlier.topic.id, actors: [] }))
      : alone;
    parts.push({ ...weighed, text: clause });
  }
  return parts;
};

/** Of several parts those that each ask something of their own: they lead to different topics, and none is a part of another. */
const apart = (parts: readonly Part[]): Part[] =>
  parts
    .filter(({ decision }) => decision.is === 'sure' && decision.probability >= EACH)
    .filter(
      ({ ranked: [best] }, i, sure) =>
        sure.findIndex(({ ranked: [other] }) => other?.topic === best?.topic) === i,
    )
    .filter(
      ({ text }, _, distinct) => !distinct.some((other) => other.text !== text && other.text.includes(text)),
    );

const settled = (whole: Weighed, topic: Topic): Weighed => ({
  ...whole,
  decision: { ...whole.decision, is: 'sure', topic, probability: 1 },
});

const foundIn = (index: Index, { decision, question }: Weighed): Finding['found'] =>
  decision.is === 'sure'
    ? [{ topic: decision.topic, leading: leadingFact(index, question, decision.topic) }]
    : [];

/** Where nothing that it says is of the story, none is near: those to begin with. */
const nearestOf = ({ story }: Index, { ranked, decision }: Weighed): readonly Topic[] =>
  decision.features.signs.ofStory > 0 ? ranked.map(({ topic }) => topic) : story.start;

const correctionsIn = (index: Index, text: string): readonly Fact[] =>
  index.premises(new Set(index.lexicon.read(text).map(({ token }) => token)));

const isVerbatim = ({ decision }: Weighed): boolean => decision.features.signs.verbatim === 1;

/**
 * Discord sends back the label of a suggestion as often as its value: both name the topic, and so does its id. A button
 * names two by their ids with a plus between.
 */
const topicsNamed = ({ story }: Index, typed: string, ranked: readonly Ranked[]): readonly Topic[] => {
  const ids = typed.split('+').slice(0, 2);
  const topics = ids.flatMap((id) => story.topics.get(id) ?? []);
  return topics.length === ids.length
    ? topics
    : ranked.flatMap(({ topic }) => (topic.title === typed ? [topic] : [])).slice(0, 1);
};
