import { STATUS_CODES } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Reach, Reached } from './reach.ts';

/** What became of an address. */
export type Checked = { readonly url: string; readonly reached: Reached };

/** Looks at addresses, a few at a time. */
export type CheckLinks = (urls: readonly string[]) => Promise<readonly Checked[]>;

/** How many are asked at once, whoever wants to know. */
const AT_ONCE = 4;

/** What was found is good for a while: who turns a page, or asks again, troubles nobody. */
const GOOD_FOR = 10 * 60_000;
const MOST = 2000;

/** A check of addresses that asks each of them once in ten minutes, and never more than four of them together. */
export const linkCheck = (reach: Reach): CheckLinks => {
  const known = new LRUCache<string, Promise<Reached>>({ max: MOST, ttl: GOOD_FOR });
  const waiting: (() => void)[] = [];
  let busy = 0;
  const inTurn = async (url: string): Promise<Reached> => {
    if (busy >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
    else busy += 1;
    try {
      return await reach(url);
    } finally {
      const next = waiting.shift();
      if (next === undefined) busy -= 1;
      else next();
    }
  };
  return (urls) =>
    Promise.all(
      [...new Set(urls)].map(async (url) => {
        const found = known.get(url) ?? inTurn(url);
        known.set(url, found);
        return { url, reached: await found };
      }),
    );
};

/** `404 Not Found`. */
export const statusWords = (status: number): string => `${status} ${STATUS_CODES[status] ?? ''}`.trim();
