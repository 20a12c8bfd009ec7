import { type Answer, answer } from '../answer.ts';
import type { Rule } from './rule.ts';

/** `messagesFor` is the renderer's own count: the story does not know what a message holds. */
export const answersFit = (messagesFor: (answer: Answer) => number): Rule => ({
  name: 'answers-fit',
  why: 'an answer that runs over one message is too long to be read, and loses its proof on the way',
  check: ({ story }) =>
    [...story.topics.values()].flatMap((topic) => {
      const messages = messagesFor(answer(topic));
      return messages === 1
        ? []
        : [
            {
              file: 'facts.yaml',
              at: ['topics', topic.id, 'facts'],
              about: topic.id,
              message: `its answer takes ${messages} messages`,
            },
          ];
    }),
});
