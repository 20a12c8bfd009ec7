import { addTally, type Counted, tallySince } from '../ledger/tally.ts';
import type { Core } from './core.ts';
import type { Tally } from './surface.ts';

/** Numbers are written down every so often, together: no reader waits for a disk. */
const EVERY = 10_000;

/** Different things that are counted between two writings: a topic that is no topic cannot fill the memory. */
const MOST = 1000;

export type Tallying = Tally & { readonly close: () => Promise<void> };

/** Counts in memory, and writes it down every so often. What cannot be written just now is kept for the next time. */
export const tally = (core: Core): Tallying => {
  let counted = new Map<string, Counted>();
  const add = ({ kind, topic, count }: Counted): void => {
    const name = `${kind} ${topic ?? ''}`;
    if (counted.size >= MOST && !counted.has(name)) return;
    counted.set(name, { kind, topic, count: count + (counted.get(name)?.count ?? 0) });
  };
  const write = async (): Promise<void> => {
    const mine = [...counted.values()];
    if (mine.length === 0 || core.obstacle() !== undefined) return;
    counted = new Map();
    try {
      await addTally(core.ledger(), mine);
    } catch {
      mine.forEach(add);
    }
  };
  // Whoever counts together while something is being written waits for that as well.
  let last = Promise.resolve();
  const flush = (): Promise<void> => {
    last = last.then(write);
    return last;
  };
  const timer = setInterval(() => void flush(), EVERY).unref();
  return {
    count: (kind, topic) => add({ kind, topic, count: 1 }),
    since: async (day) => {
      await flush();
      return tallySince(core.ledger(), day);
    },
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
};
