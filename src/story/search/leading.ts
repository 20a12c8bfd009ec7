import type { Fact, Topic } from '../model.ts';
import type { Index } from './index.ts';
import type { Question } from './question.ts';

/** How much more of a question a later fact must hold to be told before the first, which was written to stand there. */
const CLEARLY = 0.3;

/** Of a topic's facts the one that speaks most exactly to a question that wants a yes or no, where it is not the first. */
export const leadingFact = (
  index: Index,
  { words, asking }: Question,
  { facts }: Topic,
): Fact | undefined => {
  if (asking !== 'whether') return undefined;
  const tokens = [...new Set(words.map(({ token }) => token))];
  const whole = tokens.reduce((sum, token) => sum + index.weightOf(token), 0) || 1;
  const holds = ({ text }: Fact) => {
    const held = new Set(index.lexicon.read(text).map(({ token }) => token));
    return tokens.reduce((sum, token) => sum + (held.has(token) ? index.weightOf(token) : 0), 0) / whole;
  };
  const [first, ...later] = facts.map((fact) => ({ fact, holds: holds(fact) }));
  const best = later.reduce(
    (so, one) => (one.holds > so.holds ? one : so),
    first ?? { fact: facts[0], holds: 0 },
  );
  return best.fact !== facts[0] && best.holds - (first?.holds ?? 0) >= CLEARLY ? best.fact : undefined;
};
