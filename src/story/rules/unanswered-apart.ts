import type { Index } from '../search/index.ts';
import type { Rule } from './rule.ts';

/** The words of a row, in whatever order. */
const keyOf = ({ rows }: Index, row: number): string => rows.tokensIn(row).toSorted().join(' ');

export const unansweredApart: Rule = {
  name: 'unanswered-apart',
  why: 'the record cannot both answer a question and be silent on it',
  check: (index) => {
    const { rows, topics, entries, story } = index;
    const homes = new Map<string, string>();
    const [first = 0, end = 0] = [rows.first[topics.length], rows.first[entries.length]];
    for (let row = 0; row < first; row++)
      homes.set(keyOf(index, row), topics[rows.topic[row] ?? 0]?.id ?? '');
    return story.silences.flatMap(({ id, asked }, i) => {
      const from = rows.first[topics.length + i] ?? end;
      return asked.flatMap((text, j) => {
        const home = homes.get(keyOf(index, from + j));
        return home === undefined
          ? []
          : [
              {
                file: 'phrasings.yaml',
                at: ['unanswered', id],
                about: text,
                message: `"${text}" says the same words as a way of asking "${home}"`,
              },
            ];
      });
    });
  },
};
