import { isLater } from '../dates.ts';
import type { Fact, NonEmpty } from '../model.ts';
import type { Rule } from './rule.ts';

/** The days on which its statements were made or printed. */
const datesBehind = ({ rests, against }: Fact): NonEmpty<string> => {
  const [first, ...others] = rests;
  const rest = [...others, ...against].flatMap(({ on, source }) => [on, source.date]);
  return [first.on, first.source.date, ...rest];
};

export const datesInOrder: Rule = {
  name: 'dates-in-order',
  why: 'nobody can know on one day what was only said, or happened, on a later one',
  check: ({ story }) =>
    [...story.facts.values()].flatMap((fact) => {
      const { id, asOf, when } = fact;
      const dates = datesBehind(fact);
      const at = ['facts', id];
      return [
        ...(dates.every((date) => isLater(asOf, date))
          ? [
              {
                file: 'facts.yaml',
                at: [...at, 'asOf'],
                about: id,
                message: `holds as of ${asOf}, and its newest evidence is of ${dates.toSorted().at(-1)}`,
              },
            ]
          : []),
        ...(when !== undefined && isLater(when, asOf)
          ? [
              {
                file: 'facts.yaml',
                at: [...at, 'when'],
                about: id,
                message: `tells of ${when}, and holds as of ${asOf}`,
              },
            ]
          : []),
      ];
    }),
};
