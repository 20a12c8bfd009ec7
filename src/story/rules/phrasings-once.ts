import { wordsOf } from '../search/words.ts';
import type { Rule } from './rule.ts';

export const phrasingsOnce: Rule = {
  name: 'phrasings-once',
  why: 'the same words cannot lead to two answers',
  check: ({ story }) => {
    const first = new Map<string, string>();
    return [...story.topics.values()].flatMap((topic) =>
      topic.asked.flatMap((phrasing, i) => {
        const words = wordsOf(phrasing).join(' ');
        const home = first.get(words);
        first.set(words, home ?? topic.id);
        return home === undefined
          ? []
          : [
              {
                file: 'facts.yaml',
                at: ['topics', topic.id, 'asked', i],
                about: phrasing,
                message: `"${phrasing}" is already asked under "${home}"`,
              },
            ];
      }),
    );
  },
};
