import { namer, spaced } from '../mentions.ts';
import type { Fact, Statement } from '../model.ts';
import type { Rule } from './rule.ts';

/** Whoever holds it is named, or at least who printed it. */
const isNamed = ({ text }: Fact, { by, source }: Statement): boolean =>
  namer(by)(spaced(text)) || spaced(text).includes(spaced(source.publisher));

export const opinionsLabelled: Rule = {
  name: 'opinions-labelled',
  why: 'an opinion without its owner reads like something that is so',
  check: ({ story }) =>
    [...story.facts.values()].flatMap((fact) => {
      if (fact.standing !== 'established' && fact.standing !== 'stated') return [];
      return fact.rests
        .filter((statement) => statement.kind === 'opinion' && !isNamed(fact, statement))
        .map(({ id, by }) => ({
          file: 'facts.yaml',
          at: ['facts', fact.id, 'text'],
          about: fact.id,
          message: `rests on "${id}", which is an opinion, and does not say that it is that of ${by.name}`,
        }));
    }),
};
