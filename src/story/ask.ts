import { type Answer, answerPart, type Choice, type Miss, type Several, several } from './answer.ts';
import { type Finding, type Found, find } from './find.ts';
import { hasSome } from './model.ts';
import type { Before } from './search/follow.ts';
import type { Index } from './search/index.ts';

/** How many topics are offered to somebody whose question the record does not answer. */
const NEAREST = 3;

/**
 * A cited answer, two where two things were asked, a choice between two or three topics, or an honest miss. Never a
 * guess. `before` is what the same person was told a little earlier, for questions that make no sense alone.
 */
export const ask = (index: Index, typed: string, before?: Before): Answer | Several | Choice | Miss => {
  const finding = find(index, typed, before);
  const language = finding.language === undefined ? {} : { language: finding.language };
  const [first, second] = finding.found;
  if (first !== undefined && second !== undefined) {
    // What either of them tells anyway, and what was corrected before the first, is not said again.
    const told = new Set([...first.topic.facts, ...second.topic.facts]);
    const corrections = finding.corrections.filter((fact) => !told.has(fact));
    return several(
      { ...answerTo(index, first, { ...finding, corrections }), ...language },
      answerTo(index, second, { ...finding, corrections: [] }),
    );
  }
  if (first !== undefined) return { ...answerTo(index, first, finding), ...language };
  const [correction] = finding.corrections;
  const home = correction && [...index.story.topics.values()].find(({ facts }) => facts.includes(correction));
  if (home !== undefined && correction !== undefined)
    return { ...answerPart(home, home.title, [correction]), ...language };
  const { decision, nearest } = finding;
  return decision.is === 'choice'
    ? { kind: 'choice', topics: decision.topics, ...language }
    : {
        kind: 'miss',
        foreign: decision.features.foreign,
        absent: decision.features.absent,
        nearest: nearest.slice(0, NEAREST),
        ...language,
      };
};

/** The facts of a topic, the one that says exactly what was asked first, and before it what corrects the question. */
const answerTo = (index: Index, { topic, leading }: Found, { corrections, question }: Finding): Answer => {
  const facts =
    leading === undefined
      ? topic.facts
      : ([leading, ...topic.facts.filter((fact) => fact !== leading)] as const);
  const first = corrections.filter((fact) => fact !== facts[0]).slice(0, 1);
  const rest = facts.filter((fact) => !first.includes(fact));
  const named = question.words.flatMap(({ token }) => index.lexicon.actorOf(token)?.id ?? []);
  return { ...answerPart(topic, topic.title, hasSome(rest) ? rest : facts, first), named };
};
