import { randomInt } from 'node:crypto';

const epoch = 1_420_070_400_000n;

/** Ids in Discord's form: never the same twice, and each greater than the last even when the clock stands still. */
export function snowflakes(now: () => number): () => string {
  const origin = BigInt(randomInt(1024)) << 12n;
  let last = 0n;
  return () => {
    const fresh = ((BigInt(Math.trunc(now())) - epoch) << 22n) | origin;
    last = fresh > last ? fresh : last + 1n;
    return String(last);
  };
}
