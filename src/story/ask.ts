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
      return { kind: 'miss', foreign: decision.foreign, nearest };
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
  const words = index.lexicon.read(clean(typed));
  const ranked = rank(index, words);
  const nearest = ranked.length > 0 ? ranked.map(({ topic }) => topic) : index.story.start;
  return { decision: gate(index, words, ranked), nearest: nearest.slice(0, NEAREST) };
};

/** Discord sends back the label of a suggestion as often as its value: both name the topic, and so does its id. */
const named = ({ story }: Index, typed: string): Topic | undefined =>
  story.topics.get(typed) ?? [...story.topics.values()].find(({ title }) => title === typed);
