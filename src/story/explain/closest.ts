import type { Finding } from '../find.ts';
import type { Topic } from '../model.ts';
import { type Index, kinds, textOf } from '../search/index.ts';

/** Of the ways of asking that are written under a topic, the one that the question comes closest to, and how close: 0 to 1. */
export const closestWording = (
  index: Index,
  { words }: Finding['question'],
  topic: Topic,
): { readonly text: string; readonly fit: number } | undefined => {
  const { rows, topics } = index;
  const place = topics.indexOf(topic);
  const asked = new Set(words.flatMap(({ token }) => index.idOf(token) ?? []));
  const weigh = (ids: Iterable<number>) => [...ids].reduce((sum, id) => sum + (rows.weights[id] ?? 0), 0);
  const whole = weigh(asked) || 1;
  let best: { readonly row: number; readonly fit: number } | undefined;
  for (let row = rows.first[place] ?? 0; row < (rows.first[place + 1] ?? 0); row++) {
    // A fact is no way of asking, and what it says is not told without its sources.
    if (kinds[rows.kind[row] ?? 0] === 'fact') continue;
    const shared = weigh(rows.tokensIn(row).filter((id) => asked.has(id)));
    const [covers, held] = [shared / whole, shared / (rows.weight[row] || 1)];
    const fit = (2 * covers * held) / (covers + held || 1);
    if (fit > (best?.fit ?? 0)) best = { row, fit };
  }
  return best && { text: textOf(index, best.row), fit: best.fit };
};
