import type { Place } from '../../src/ledger/open.ts';
import { freshFolder, type Server } from './server.ts';

/** A kind of database that a ledger can be kept in, and a new place in it for each test. */
export type EngineUnderTest = {
  readonly name: 'sqlite' | 'postgres';
  readonly place: (now?: () => Date) => Promise<Place>;
};

/** Places in SQLite, and in PostgreSQL where there is a server; and what does away with them. */
export const places = (
  server: Server | undefined,
): { readonly engines: readonly EngineUnderTest[]; readonly remove: () => void } => {
  const removals: (() => void)[] = [];
  const engine = (
    name: EngineUnderTest['name'],
    url: () => Promise<string | undefined>,
  ): EngineUnderTest => ({
    name,
    place: async (now = () => new Date()) => {
      const { folder, remove } = freshFolder();
      removals.push(remove);
      return { folder, url: await url(), now };
    },
  });
  return {
    engines: [
      engine('sqlite', async () => undefined),
      ...(server === undefined ? [] : [engine('postgres', server.database)]),
    ],
    remove: () => {
      for (const remove of removals) remove();
    },
  };
};
