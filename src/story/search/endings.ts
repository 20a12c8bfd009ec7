/** The words that begin so, those in most topics first: what somebody who is still typing may be about to write. */
export type Endings = (beginning: string) => readonly string[];

/** More of them are not compared: after one letter nearly everything fits. */
const MOST = 200;

export const endings = (words: Iterable<string>, heldBy: (word: string) => number): Endings => {
  const sorted = [...words].sort((a, b) => (a < b ? -1 : 1));
  return (beginning) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let i = low; i < sorted.length && found.length < MOST; i++) {
      const word = sorted[i] ?? '';
      if (!word.startsWith(beginning)) break;
      found.push(word);
    }
    return found.sort((a, b) => heldBy(b) - heldBy(a));
  };
};
