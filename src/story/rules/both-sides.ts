import type { Rule } from './rule.ts';

export const bothSides: Rule = {
  name: 'both-sides',
  why: 'where sources disagree a reader sees each of them, and where they do not, none is made up',
  check: ({ story }) =>
    [...story.facts.values()].flatMap(({ id, standing, against }) => {
      const needsOther = standing === 'disputed' || standing === 'contradicted';
      const message =
        needsOther && against.length === 0
          ? `is ${standing}, and names no statement against it`
          : !needsOther && against.length > 0
            ? `names statements against it, and is said to be ${standing}`
            : undefined;
      return message === undefined
        ? []
        : [{ file: 'facts.yaml', at: ['facts', id, 'against'], about: id, message }];
    }),
};
