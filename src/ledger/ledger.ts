import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../refusal.ts';
import type { Engine } from './engine.ts';
import type { Db, Trx } from './tables.ts';

/** An open ledger, sound when it was opened. */
export type Ledger = {
  readonly engine: Engine;
  readonly db: Db;
  /** Its own id: no two are alike. */
  readonly id: string;
  /** The file that notes where it ends. */
  readonly witness: string;
  readonly now: () => Date;
};

/** How long a moderator waits at most before he is told to try again. */
const PATIENCE = 4000;

/**
 * One transaction, the only one that writes while it lasts. What stands in its way for a moment is waited for; it may then
 * be run anew, and must come to the same. Refuses where the database cannot be used.
 */
export const write = async <T>(
  { db, engine }: Pick<Ledger, 'db' | 'engine'>,
  run: (trx: Trx) => Promise<T>,
): Promise<T> =>
  orRefuse(
    engine,
    patiently(engine, () =>
      db.transaction().execute(async (trx) => {
        await engine.lock(trx);
        return run(trx);
      }),
    ),
  );

/** A query that only reads. Refuses where the database cannot be used. */
export const ask = async <T>(
  { db, engine }: Pick<Ledger, 'db' | 'engine'>,
  run: (db: Db) => Promise<T>,
): Promise<T> =>
  orRefuse(
    engine,
    patiently(engine, () => run(db)),
  );

/** Reads all that it reads as it stood at one moment, whoever writes meanwhile. */
export const atOneMoment = <T>(
  { db, engine }: Pick<Ledger, 'db' | 'engine'>,
  run: (trx: Trx) => Promise<T>,
): Promise<T> =>
  engine.name === 'postgres'
    ? db.transaction().setIsolationLevel('repeatable read').execute(run)
    : db.transaction().execute(run);

/** Tries again whatever another try may mend, until patience ends. */
export const patiently = async <T>(engine: Engine, run: () => Promise<T>): Promise<T> => {
  const until = performance.now() + PATIENCE;
  for (let tries = 1; ; tries++) {
    try {
      return await inTime(until, run());
    } catch (error) {
      if (engine.judge(error).is !== 'again' || performance.now() > until) throw error;
      await sleep(Math.min(5 * 2 ** tries, 200) * (0.5 + Math.random()));
    }
  }
};

const orRefuse = async <T>(engine: Engine, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    const trouble = engine.judge(error);
    if (trouble.is === 'bug') throw error;
    return refuse(cannotChange(trouble.why));
  }
};

const inTime = async <T>(until: number, work: Promise<T>): Promise<T> => {
  const ending = new AbortController();
  const late = sleep(Math.max(1, until - performance.now()), undefined, { signal: ending.signal }).then(
    () => refuse(cannotChange('it takes too long')),
    () => new Promise<never>(() => {}),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    ending.abort();
  }
};

/** The sentence for a moderator. */
export const cannotChange = (why: string): string =>
  `The record cannot be changed just now: of its database we hear that ${why}. Answers go on. Try again in a while.`;
