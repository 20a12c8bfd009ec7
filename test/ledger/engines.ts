import { afterAll } from 'vitest';
import type { Place } from '../../src/ledger/open.ts';
import { freshFolder, startServer } from './server.ts';

/** A kind of database that a ledger can be kept in, and a new place in it for each test. */
export type EngineUnderTest = {
  readonly name: string;
  readonly place: (now?: () => Date) => Promise<Place>;
};

/** SQLite always; PostgreSQL where a server can be had, or one line that says why not. */
export const enginesUnderTest = async (): Promise<readonly EngineUnderTest[]> => {
  const server = await startServer({ isSafe: false });
  const removals: (() => void)[] = [];
  const folder = (): string => {
    const fresh = freshFolder();
    removals.push(fresh.remove);
    return fresh.folder;
  };
  afterAll(async () => {
    for (const remove of removals) remove();
    if (typeof server !== 'string') await server.stop();
  });
  const clock = () => new Date();
  const sqlite: EngineUnderTest = {
    name: 'sqlite',
    place: async (now = clock) => ({ folder: folder(), url: undefined, now }),
  };
  if (typeof server === 'string') {
    process.stderr.write(`The PostgreSQL half of these tests is left out: ${server}.\n`);
    return [sqlite];
  }
  const postgres: EngineUnderTest = {
    name: 'postgres',
    place: async (now = clock) => ({ folder: folder(), url: await server.database(), now }),
  };
  return [sqlite, postgres];
};
