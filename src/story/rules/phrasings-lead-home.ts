import { decide } from '../ask.ts';
import type { Rule } from './rule.ts';

export const phrasingsLeadHome: Rule = {
  name: 'phrasings-lead-home',
  why: 'a way of asking that is written under a topic must be answered by it',
  check: (index) =>
    [...index.story.topics.values()].flatMap((topic) =>
      topic.asked.flatMap((phrasing, i) => {
        const { decision } = decide(index, phrasing);
        if (decision.is === 'sure' && decision.topic === topic) return [];
        const instead =
          decision.is === 'sure'
            ? `is answered by "${decision.topic.id}"`
            : decision.is === 'choice'
              ? `is not sure: it could mean ${decision.topics.map(({ id }) => `"${id}"`).join(' or ')}`
              : 'is not answered';
        return [
          {
            file: 'facts.yaml',
            at: ['topics', topic.id, 'asked', i],
            about: phrasing,
            message: `"${phrasing}" ${instead} (${decision.why.join('; ')})`,
          },
        ];
      }),
    ),
};
