import { distance } from 'fastest-levenshtein';

/** Shorter words are as near to one another as to what was meant. */
const SHORTEST_TYPED = 3;
const SHORTEST_KNOWN = 4;

/** In a word as long as this two slips are still one word. */
const LONG = 7;

/** The one known word that lies nearest, if it lies near: one slip in a short word, two in a long one. */
export const nearest = (typed: string, known: Iterable<string>): string | undefined => {
  if (typed.length < SHORTEST_TYPED || /\d/.test(typed)) return undefined;
  let best: { readonly word: string; readonly slips: number } | undefined;
  for (const word of known) {
    if (word.length < SHORTEST_KNOWN || Math.abs(word.length - typed.length) > 2) continue;
    const isOtherStart = typed[0] !== word[0];
    if (isOtherStart && typed.length === SHORTEST_TYPED) continue;
    // In four letters one changed letter makes another word as often as a slip: a missing one is still a slip.
    if (typed.length <= 4 && typed.length === word.length && !isSwap(typed, word)) continue;
    const slips = isSwap(typed, word) ? 1 : distance(typed, word);
    const allowed = Math.min(typed.length, word.length) >= LONG ? 2 : 1;
    // People seldom miss the first letter: where two words are as near, the one that begins alike was meant.
    const cost = slips + (isOtherStart ? 0.5 : 0);
    if (slips <= allowed && cost < (best?.slips ?? Number.POSITIVE_INFINITY)) best = { word, slips: cost };
  }
  return best?.word;
};

/** Two neighbouring letters that changed places are one slip. */
const isSwap = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
};
