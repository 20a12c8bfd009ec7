import type { Rule } from './rule.ts';

const POINTS = 4;
const CHARACTERS = 900;

export const answersBrief: Rule = {
  name: 'answers-brief',
  why: 'past that nobody reads on, and what matters most is lost among the rest',
  check: ({ story }) =>
    [...story.topics.values()].flatMap(({ id, facts }) => {
      const characters = facts.reduce((sum, { text }) => sum + text.length, 0);
      const messages = [
        ...(facts.length > POINTS ? [`its answer has ${facts.length} points, and at most ${POINTS}`] : []),
        ...(characters > CHARACTERS
          ? [`its answer has ${characters} characters, and at most ${CHARACTERS}`]
          : []),
      ];
      return messages.map((message) => ({
        file: 'facts.yaml',
        at: ['topics', id, 'facts'],
        about: id,
        message,
      }));
    }),
};
