import { find } from '../find.ts';
import type { Rule } from './rule.ts';

/** A way of asking that is written under a topic must be answered by it: what its words say is looked at, not its place. */
export const phrasingsLeadHome: Rule = {
  name: 'phrasings-lead-home',
  why: 'a way of asking that is written under a topic must be answered by it',
  check: (index) =>
    [...index.story.topics.values()].flatMap((topic) =>
      topic.asked.flatMap((phrasing, i) => {
        const { found, decision } = find(index, phrasing);
        if (found.length === 1 && found[0].topic === topic) return [];
        const others = found.map((one) => `"${one.topic.id}"`);
        const instead =
          others.length > 0
            ? `is answered by ${others.join(' and ')}`
            : decision.is === 'choice'
              ? `is not sure: it could mean ${decision.topics.map(({ id }) => `"${id}"`).join(' or ')}`
              : 'is not answered';
        return [
          {
            file: 'facts.yaml',
            at: ['topics', topic.id, 'asked', i],
            about: phrasing,
            message: `"${phrasing}" ${instead}`,
          },
        ];
      }),
    ),
};
