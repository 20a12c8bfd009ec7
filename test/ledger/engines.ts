import { afterAll } from 'vitest';
import { type EngineUnderTest, places } from './places.ts';
import { startServer } from './server.ts';

/** SQLite always; PostgreSQL where a server can be had, or one line that says why not. */
export const enginesUnderTest = async (): Promise<readonly EngineUnderTest[]> => {
  const server = await startServer({ isSafe: false });
  const isThere = typeof server !== 'string';
  const { engines, remove } = places(isThere ? server : undefined);
  if (!isThere) process.stderr.write(`The PostgreSQL half of these tests is left out: ${server}.\n`);
  afterAll(async () => {
    remove();
    if (isThere) await server.stop();
  });
  return engines;
};
