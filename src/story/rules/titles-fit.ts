import type { Rule } from './rule.ts';

const SHORTEST = 12;
const LONGEST = 80;

export const titlesFit: Rule = {
  name: 'titles-fit',
  why: 'a title is read in a list of suggestions on a phone, and on a button: it must say enough, and be seen whole',
  check: ({ story }) =>
    [...story.topics.values()]
      .filter(({ title }) => title.length < SHORTEST || title.length > LONGEST)
      .map(({ id, title }) => ({
        file: 'facts.yaml',
        at: ['topics', id, 'title'],
        about: id,
        message: `has ${title.length} characters, and must have ${SHORTEST} to ${LONGEST}`,
      })),
};
