import type { Rule } from './rule.ts';

/** Words in a sentence. */
const LONGEST = 45;
/** Letters in a word, on average: a newspaper has between four and five. */
const HEAVIEST = 6;

export const readsEasily: Rule = {
  name: 'reads-easily',
  why: 'a fact is read once, on a phone, often by somebody whose first language is another',
  check: ({ story }) =>
    [...story.facts.values()].flatMap(({ id, text }) => {
      const longest = Math.max(...text.split(/(?<=[.!?]) /).map((sentence) => sentence.split(/\s+/).length));
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const letters = words.join('').length / Math.max(1, words.length);
      const messages = [
        ...(longest > LONGEST ? [`has a sentence of ${longest} words, and at most ${LONGEST} are read`] : []),
        ...(letters > HEAVIEST
          ? [`has words of ${letters.toFixed(1)} letters on average, and at most ${HEAVIEST} read easily`]
          : []),
      ];
      return messages.map((message) => ({
        file: 'facts.yaml',
        at: ['facts', id, 'text'],
        about: id,
        message,
      }));
    }),
};
