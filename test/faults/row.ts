/** What a promise came to: how often it was tried, in words, and how often it was broken. */
export type Outcome = { readonly tried: string; readonly violations: number };

/** One promise, and the fault that it is to outlive; or why that cannot be brought about here. */
export type Row = {
  readonly promise: string;
  readonly run: (random: () => number) => Promise<Outcome | { readonly skipped: string }>;
};

/** Numbers from 0 to 1, the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Runs the promises one after the other and prints a line for each; whether all were kept. */
export const runRows = async (
  rows: readonly Row[],
  seed: number,
  print: (line: string) => void,
): Promise<boolean> => {
  let isKept = true;
  for (const { promise, run } of rows) {
    const outcome = await run(randomFrom(seed)).catch((error: unknown) => ({
      tried: `broke off: ${error instanceof Error ? error.message : 'something other than an error'}`,
      violations: 1,
    }));
    if ('skipped' in outcome) print(`${promise} | left out: ${outcome.skipped} | – | ${seed}`);
    else {
      print(`${promise} | ${outcome.tried} | ${outcome.violations} | ${seed}`);
      isKept &&= outcome.violations === 0;
    }
  }
  return isKept;
};
