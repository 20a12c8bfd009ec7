import type { Mark } from '../mark.ts';

/** What a question would be marked if the best row answered it, and if nothing did. */
export type Either = { readonly score: number; readonly answered: Mark; readonly missed: Mark };

/** The score from which answering pays: it makes right answers less wrong ones the most. */
export const cutOff = (list: readonly Either[]): number => {
  const worth = ({ outcome, isAnswerable }: Mark) =>
    outcome === 'wrong' ? -1 : outcome === 'right' && isAnswerable ? 1 : 0;
  const falling = list.toSorted((a, b) => b.score - a.score);
  const best = { sum: 0, cut: Number.POSITIVE_INFINITY };
  let sum = 0;
  for (const [i, { score, answered, missed }] of falling.entries()) {
    sum += worth(answered) - worth(missed);
    // Between equal scores there is nothing to cut.
    if (sum > best.sum && falling[i + 1]?.score !== score) Object.assign(best, { sum, cut: score });
  }
  return best.cut;
};
