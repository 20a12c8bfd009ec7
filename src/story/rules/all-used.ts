import type { Rule } from './rule.ts';

export const allUsed: Rule = {
  name: 'all-used',
  why: 'what no answer shows cannot be seen to be wrong',
  check: ({ story }) => {
    const shown = new Set([...story.topics.values()].flatMap(({ facts }) => facts));
    const cited = new Set([...story.facts.values()].flatMap(({ rests, against }) => [...rests, ...against]));
    return [
      ...[...story.facts.values()]
        .filter((fact) => !shown.has(fact))
        .map(({ id }) => ({
          file: 'facts.yaml',
          at: ['facts', id],
          about: id,
          message: 'is shown by no topic',
        })),
      ...[...story.statements.values()]
        .filter((statement) => !cited.has(statement))
        .map(({ id, source }) => ({
          file: 'sources.yaml',
          at: ['sources', source.id, 'statements', id],
          about: id,
          message: 'is cited by no fact',
        })),
    ];
  },
};
