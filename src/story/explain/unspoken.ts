import type { Finding } from '../find.ts';
import type { Index } from '../search/index.ts';

/** A word that says less is in everybody's questions. */
const TELLING = 0.4;

/** Telling words that the record knows, and that stand nowhere under the topic that was taken or is nearest, as they were typed. */
export const unspoken = (index: Index, { question, decision, ranked }: Finding): string[] => {
  const { rows, topics } = index;
  const [nearest] = ranked;
  const place = decision.is === 'sure' ? topics.indexOf(decision.topic) : (nearest?.place ?? -1);
  if (place < 0) return [];
  const held = new Set<number>();
  for (let row = rows.first[place] ?? 0; row < (rows.first[place + 1] ?? 0); row++)
    for (const id of rows.tokensIn(row)) held.add(id);
  const missing = question.words.filter(({ token }) => {
    const id = index.idOf(token);
    return id !== undefined && !held.has(id) && (rows.weights[id] ?? 0) >= TELLING;
  });
  return [...new Set(missing.map(({ typed }) => typed))];
};
