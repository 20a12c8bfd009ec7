/** A thing to be told right from wrong, as numbers. */
export type Example = { readonly x: Float64Array; readonly isRight: boolean };

/** Several things of which some are right: those should come first. */
export type List = readonly Example[];

const ROUNDS = 3000;

/** How strongly weights are held to where they begin, and how far each step goes. */
export type Hold = { readonly towards: readonly number[]; readonly hold: number; readonly step: number };

const dot = (w: Float64Array, x: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (w[i] ?? 0);
  return sum;
};

const add = (sum: Float64Array, x: Float64Array, times: number): void => {
  for (let i = 0; i < x.length; i++) sum[i] = (sum[i] ?? 0) + (x[i] ?? 0) * times;
};

/** Gradient descent from `towards`, with momentum: the same numbers give the same weights. */
const descend = (
  gradient: (w: Float64Array) => Float64Array,
  { towards, hold, step }: Hold,
): readonly number[] => {
  const w = Float64Array.from(towards);
  const speed = new Float64Array(w.length);
  for (let round = 0; round < ROUNDS; round++) {
    const g = gradient(w);
    for (let i = 0; i < w.length; i++) {
      const pull = (g[i] ?? 0) + hold * ((w[i] ?? 0) - (towards[i] ?? 0));
      speed[i] = 0.9 * (speed[i] ?? 0) - step * pull;
      w[i] = (w[i] ?? 0) + (speed[i] ?? 0);
    }
  }
  return [...w];
};

/** Weights by which right things come before wrong ones: softmax regression over lists. */
export const fitRanking = (lists: readonly List[], hold: Hold): readonly number[] =>
  descend((w) => {
    const g = new Float64Array(w.length);
    for (const list of lists) {
      const scores = list.map(({ x }) => dot(w, x));
      const most = Math.max(...scores);
      const likely = scores.map((score) => Math.exp(score - most));
      const all = likely.reduce((sum, value) => sum + value, 0);
      const right = likely.reduce((sum, value, i) => sum + (list[i]?.isRight ? value : 0), 0);
      for (const [i, { x, isRight }] of list.entries()) {
        const p = (likely[i] ?? 0) / all;
        add(g, x, (p - (isRight ? (likely[i] ?? 0) / right : 0)) / lists.length);
      }
    }
    return g;
  }, hold);

/** Weights by which right things are told from wrong ones: logistic regression; the last of `x` is 1, for the bias. */
export const fitLogistic = (examples: readonly Example[], hold: Hold): readonly number[] =>
  descend((w) => {
    const g = new Float64Array(w.length);
    for (const { x, isRight } of examples)
      add(g, x, (1 / (1 + Math.exp(-dot(w, x))) - (isRight ? 1 : 0)) / examples.length);
    return g;
  }, hold);
