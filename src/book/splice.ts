/** One place of a text, and what is to stand there instead. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** The text with all edits made at once. What no edit names stays as it is, to the byte. */
export const splice = (text: string, edits: readonly Edit[]): string => {
  // What is added at a place comes before what is taken away there; otherwise they keep their order.
  const sorted = edits.toSorted((a, b) => a.from - b.from || Number(a.to > a.from) - Number(b.to > b.from));
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text: instead } of sorted) {
    if (from < done) throw new Error(`Two edits meet at ${from}`);
    parts.push(text.slice(done, from), instead);
    done = to;
  }
  return `${parts.join('')}${text.slice(done)}`;
};
