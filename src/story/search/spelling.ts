import { distance } from 'fastest-levenshtein';

/** Shorter words are as near to one another as to what was meant. */
const SHORTEST_TYPED = 3;
const SHORTEST_KNOWN = 4;

/** In a word as long as this two slips are still one word. */
const LONG = 7;

/** Finds the known word that lies nearest to a typed one: at most `slips` away, and two only in a long word. */
export type Speller = (typed: string, slips?: 1 | 2) => string | undefined;

/** The letters of a word as bits: words whose letters differ too much need not be compared. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 31);
  return bits;
};

const countOf = (bits: number): number => {
  let some = bits - ((bits >>> 1) & 0x55555555);
  some = (some & 0x33333333) + ((some >>> 2) & 0x33333333);
  return (((some + (some >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/** A speller over these words. Where two are as near, the one that begins alike was meant, or comes first. */
export const speller = (known: Iterable<string>): Speller => {
  const shelves = new Map<number, { readonly words: string[]; readonly letters: number[] }>();
  for (const word of known) {
    if (word.length < SHORTEST_KNOWN) continue;
    const shelf = shelves.get(word.length) ?? { words: [], letters: [] };
    if (shelf.words.length === 0) shelves.set(word.length, shelf);
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
  }
  return (typed, most = 2) => {
    if (typed.length < SHORTEST_TYPED || /\d/.test(typed)) return undefined;
    const letters = lettersOf(typed);
    let best: { readonly word: string; readonly cost: number } | undefined;
    for (const length of [0, 1, -1, 2, -2].map((more) => typed.length + more)) {
      const allowed = Math.min(most, Math.min(typed.length, length) >= LONG ? 2 : 1);
      if (Math.abs(length - typed.length) > allowed) continue;
      const shelf = shelves.get(length);
      for (let i = 0; i < (shelf?.words.length ?? 0); i++) {
        if (countOf(letters ^ (shelf?.letters[i] ?? 0)) > 2 * allowed) continue;
        const word = shelf?.words[i] ?? '';
        const cost = costOf(typed, word);
        if (cost !== undefined && cost < allowed + 1 && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
          best = { word, cost };
      }
    }
    return best?.word;
  };
};

/** The one known word that lies nearest, if it lies near: one slip in a short word, two in a long one. */
export const nearest = (typed: string, known: Iterable<string>): string | undefined => speller(known)(typed);

/** Slips between two words; half a slip more where the first letter differs, which people seldom miss. */
const costOf = (typed: string, word: string): number | undefined => {
  const isOtherStart = typed[0] !== word[0];
  if (isOtherStart && typed.length === SHORTEST_TYPED) return undefined;
  // In four letters one changed letter makes another word as often as a slip: a missing one is still a slip.
  if (typed.length <= 4 && typed.length === word.length && !isSwap(typed, word)) return undefined;
  if (isDoubling(typed, word)) return 0.5;
  return (isSwap(typed, word) ? 1 : distance(typed, word)) + (isOtherStart ? 0.5 : 0);
};

/** A letter once that stands twice, or twice that stands once: the commonest slip of all. */
const isDoubling = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) === 1 && undoubled(a) === undoubled(b);

const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1');

/** Two neighbouring letters that changed places are one slip. */
const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};
