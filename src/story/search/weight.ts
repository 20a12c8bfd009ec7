import type { English } from './english.ts';

/** They tell what sort of answer is wanted, however common they are. */
const questionWords = new Set(['why', 'when', 'who', 'where', 'how', 'many', 'much', 'which', 'whose']);

/**
 * How much a word says of what is meant, between 0 and 1, going by how common it is in English: "the" says next to
 * nothing, a name that no dictionary has says most.
 */
export const telling = ({ rankOf }: English, word: string): number => {
  if (questionWords.has(word)) return 0.4;
  const rank = rankOf(word);
  if (rank === undefined) return 1;
  if (rank < 120) return 0.08;
  if (rank < 350) return 0.3;
  return rank < 1500 ? 0.7 : 1;
};
