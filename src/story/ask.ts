import { type Answer, answer, type Choice, type Miss } from './answer.ts';
import type { Topic } from './model.ts';
import { clean } from './search/clean.ts';
import { type Decision, gate } from './search/gate.ts';
import type { Index } from './search/index.ts';
import { rank } from './search/rank.ts';

/** How many topics are offered to somebody whose question the record does not answer. */
const NEAREST = 3;

/** A cited answer, a choice between two or three topics, or an honest miss. Never a guess. */
export const ask = (index: Index, typed: string): Answer | Choice | Miss => {
  const { decision, nearest } = decide(index, typed);
  switch (decision.is) {
    case 'sure':
      return answer(decision.topic);
    case 'choice':
      return { kind: 'choice', topics: decision.topics };
    case 'miss':
      return { kind: 'miss', foreign: decision.foreign, absent: decision.absent, nearest };
  }
};

/** What the gate decided about a question, with its reasons, and the topics that lie nearest to it. */
export const decide = (
  index: Index,
  typed: string,
): { readonly decision: Decision; readonly nearest: readonly Topic[] } => {
  const known = named(index, typed);
  if (known !== undefined)
    return { decision: { is: 'sure', topic: known, why: ['it names the topic'] }, nearest: [] };
  const whole = weigh(index, clean(typed));
  if (whole.decision.is === 'sure') return whole;
  const parts = questionsIn(clean(typed)).map((part) => weigh(index, part));
  return (
    parts.find(({ decision }) => decision.is === 'sure') ??
    parts.find(({ decision }) => decision.is === 'choice' && whole.decision.is === 'miss') ??
    whole
  );
};

const weigh = (index: Index, text: string) => {
  const words = index.lexicon.read(text);
  const ranked = rank(index, words);
  const nearest = ranked.length > 0 ? ranked.map(({ topic }) => topic) : index.story.start;
  return { decision: gate(index, words, ranked), nearest: nearest.slice(0, NEAREST) };
};

const asks =
  /^(why|when|who|whom|whose|where|how|what|which|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b/i;

/** Of somebody who rambles, the sentences and clauses that ask; the last first, where the question most often stands. */
const questionsIn = (text: string): string[] => {
  const sentences = text
    .split(/(?<=[.?!;:])\s+/)
    .flatMap((sentence) => [sentence, ...sentence.split(/,\s+|\s+(?=but |and |so )/i).slice(1)]);
  return sentences
    .map((sentence) => sentence.replace(/^(and|but|so|or|also|ok|okay|well|like|then)\b[\s,]*/i, ''))
    .filter((sentence) => sentence !== text && (sentence.endsWith('?') || asks.test(sentence)))
    .toReversed();
};

/** Discord sends back the label of a suggestion as often as its value: both name the topic, and so does its id. */
const named = ({ story }: Index, typed: string): Topic | undefined =>
  story.topics.get(typed) ?? [...story.topics.values()].find(({ title }) => title === typed);
