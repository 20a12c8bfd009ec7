import { type Index, kinds, textOf } from '../search/index.ts';
import type { Rule } from './rule.ts';

/** Of the weight of two wordings together, how much they may share: past that, a word more or less decides. */
const ALIKE = 0.8;

type Neighbour = { readonly row: number; readonly alike: number };

/** For a title or phrasing, the one of another topic further on that shares the most of its weight. */
const neighbourOf = ({ rows }: Index, at: number): Neighbour | undefined => {
  const shared = new Map<number, number>();
  for (const token of rows.tokensIn(at))
    for (const row of rows.rowsWith(token))
      if (row > at && isAsked(rows, row) && rows.topic[row] !== rows.topic[at])
        shared.set(row, (shared.get(row) ?? 0) + (rows.weights[token] ?? 0));
  let best: Neighbour | undefined;
  for (const [row, weight] of shared) {
    const alike = weight / ((rows.weight[at] ?? 0) + (rows.weight[row] ?? 0) - weight);
    if (alike > (best?.alike ?? 0)) best = { row, alike };
  }
  return best;
};

const isAsked = (rows: Index['rows'], row: number): boolean =>
  ['title', 'phrasing'].includes(kinds[rows.kind[row] ?? 0] ?? '');

export const phrasingsApart: Rule = {
  name: 'phrasings-apart',
  why: 'where two ways of asking are nearly the same, whoever words it a little differently gets the wrong answer',
  check: (index) =>
    Array.from(index.rows.topic, (_, at) => at).flatMap((at) => {
      const other = isAsked(index.rows, at) ? neighbourOf(index, at) : undefined;
      if (other === undefined || other.alike < ALIKE) return [];
      const topic = index.topics[index.rows.topic[at] ?? 0];
      const wording = textOf(index, at);
      const i = topic?.asked.indexOf(wording) ?? -1;
      const alike = `${Math.round(other.alike * 100)} % alike`;
      const leads = index.topics[index.rows.topic[other.row] ?? 0]?.id;
      return [
        {
          file: 'facts.yaml',
          at: ['topics', topic?.id ?? '', ...(i < 0 ? ['title'] : ['asked', i])],
          about: wording,
          message: `"${wording}" is nearly "${textOf(index, other.row)}", which leads to "${leads}" (${alike})`,
        },
      ];
    }),
};
