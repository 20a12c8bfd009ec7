/** A thing to be told right from wrong, as numbers; `weight` is how much it counts. */
export type Example = { readonly x: readonly number[]; readonly isRight: boolean };

/** Several things of which some are right: those should come first. */
export type List = readonly Example[];

const ROUNDS = 3000;

/** How strongly weights are held to where they begin, and how far each step goes. */
export type Hold = { readonly towards: readonly number[]; readonly hold: number; readonly step: number };

const dot = (w: readonly number[], x: readonly number[]): number =>
  x.reduce((sum, value, i) => sum + value * (w[i] ?? 0), 0);

/** Gradient descent from `towards`, with momentum: the same numbers give the same weights. */
const descend = (
  gradient: (w: readonly number[]) => readonly number[],
  { towards, hold, step }: Hold,
): number[] => {
  let w = [...towards];
  let speed = w.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const g = gradient(w);
    speed = speed.map((v, i) => 0.9 * v - step * ((g[i] ?? 0) + hold * ((w[i] ?? 0) - (towards[i] ?? 0))));
    w = w.map((value, i) => value + (speed[i] ?? 0));
  }
  return w;
};

/** Weights by which right things come before wrong ones: softmax regression over lists. */
export const fitRanking = (lists: readonly List[], hold: Hold): number[] =>
  descend((w) => {
    const g = w.map(() => 0);
    for (const list of lists) {
      const scores = list.map(({ x }) => dot(w, x));
      const most = Math.max(...scores);
      const likely = scores.map((score) => Math.exp(score - most));
      const all = likely.reduce((sum, value) => sum + value, 0);
      const right = likely.reduce((sum, value, i) => sum + (list[i]?.isRight ? value : 0), 0);
      for (const [i, { x, isRight }] of list.entries()) {
        const p = (likely[i] ?? 0) / all;
        const pull = p - (isRight ? (likely[i] ?? 0) / right : 0);
        for (const [j, value] of x.entries()) g[j] = (g[j] ?? 0) + (pull * value) / lists.length;
      }
    }
    return g;
  }, hold);

/** Weights by which right things are told from wrong ones: logistic regression; the last of `x` is 1, for the bias. */
export const fitLogistic = (examples: readonly Example[], hold: Hold): number[] =>
  descend((w) => {
    const g = w.map(() => 0);
    for (const { x, isRight } of examples) {
      const off = 1 / (1 + Math.exp(-dot(w, x))) - (isRight ? 1 : 0);
      for (const [j, value] of x.entries()) g[j] = (g[j] ?? 0) + (off * value) / examples.length;
    }
    return g;
  }, hold);
