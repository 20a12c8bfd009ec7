import type { Index, Row } from '../search/index.ts';
import type { Rule } from './rule.ts';

/** Of the weight of two wordings together, how much they may share: past that, a word more or less decides. */
const ALIKE = 0.8;

type Neighbour = { readonly row: Row; readonly alike: number };

/** Finds, for a title or phrasing, the one of another topic further on that shares the most of its weight. */
const neighbours = ({ rows, holding, weightOf }: Index): ((at: number) => Neighbour | undefined) => {
  const weights = rows.map(({ tokens }) => tokens.reduce((sum, token) => sum + weightOf(token), 0));
  const asked = new Map(
    [...holding].map(([token, places]) => [token, places.filter((place) => !rows[place]?.isFact)]),
  );
  return (at) => {
    const row = rows[at];
    const shared = new Map<number, number>();
    for (const token of row?.tokens ?? []) {
      const weight = weightOf(token);
      for (const place of asked.get(token) ?? [])
        if (place > at) shared.set(place, (shared.get(place) ?? 0) + weight);
    }
    let best: Neighbour | undefined;
    for (const [place, weight] of shared) {
      const other = rows[place];
      const alike = weight / ((weights[at] ?? 0) + (weights[place] ?? 0) - weight);
      if (other !== undefined && other.topic !== row?.topic && alike > (best?.alike ?? 0))
        best = { row: other, alike };
    }
    return best;
  };
};

export const phrasingsApart: Rule = {
  name: 'phrasings-apart',
  why: 'where two ways of asking are nearly the same, whoever words it a little differently gets the wrong answer',
  check: (index) => {
    const neighbourOf = neighbours(index);
    return index.rows.flatMap(({ topic, wording, isFact }, at) => {
      const other = isFact ? undefined : neighbourOf(at);
      if (other === undefined || other.alike < ALIKE) return [];
      const i = topic.asked.indexOf(wording);
      const alike = `${Math.round(other.alike * 100)} % alike`;
      return [
        {
          file: 'facts.yaml',
          at: ['topics', topic.id, ...(i < 0 ? ['title'] : ['asked', i])],
          about: wording,
          message: `"${wording}" is nearly "${other.row.wording}", which leads to "${other.row.topic.id}" (${alike})`,
        },
      ];
    });
  },
};
