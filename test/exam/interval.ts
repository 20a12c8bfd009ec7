import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Share } from './figures.ts';

export type Interval = { readonly low: number; readonly high: number };

/** The normal deviate that 2.5 % lie beyond. */
const Z = 1.959964;
const RESAMPLES = 1_000;
const SEED = 20180605;

/** Wilson's 95 % interval of a share: it stays between 0 and 1, and is honest for few questions. */
export const wilson = ({ is, of }: Share): Interval => {
  const p = is / of;
  const spread = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  const middle = p + Z ** 2 / (2 * of);
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
};

/** The 95 % interval of any figure of a list, by drawing from the list again and again; the same each time. */
export const bootstrap = <T>(list: readonly T[], figure: (drawn: readonly T[]) => number): Interval => {
  const random = xoroshiro128plus(SEED);
  const draw = () => list.flatMap(() => list[uniformInt(random, 0, list.length - 1)] ?? []);
  const drawn = Array.from({ length: RESAMPLES }, () => figure(draw())).filter(Number.isFinite);
  return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
};

/** The value that this share of them does not exceed. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? Number.NaN;
