import { places } from '../../ledger/places.ts';
import { startServer } from '../../ledger/server.ts';
import type { Row } from '../row.ts';
import { backups, erased } from './backups.ts';
import { damage, logCut, putBack } from './damage.ts';
import { diskFull } from './disk-full.ts';
import { kills } from './kills.ts';
import { listenersKilled, seen, serverKilled } from './replicas.ts';
import { deliveries, submits, twoEditors, writers } from './writers.ts';

/** Every promise of the ledger, on each database that can be had here; and what does away with the databases. */
export const ledgerRows = async (how: {
  readonly kills: number;
}): Promise<{ readonly rows: readonly Row[]; readonly close: () => Promise<void> }> => {
  const server = await startServer({ isSafe: true });
  const { engines, remove } = places(typeof server === 'string' ? undefined : server);
  const [sqlite, postgres] = engines;
  if (sqlite === undefined) throw new Error('SQLite is always there');
  return {
    rows: [
      ...engines.flatMap((engine) => [
        kills(engine, how.kills),
        writers(engine),
        submits(engine),
        deliveries(engine),
        twoEditors(engine),
        seen(engine),
        backups(engine),
      ]),
      diskFull,
      ...damage(sqlite),
      putBack(sqlite),
      logCut(sqlite),
      erased(sqlite),
      ...(postgres === undefined || typeof server === 'string'
        ? [{ promise: 'the same in postgres', run: async () => ({ skipped: String(server) }) }]
        : [
            listenersKilled(postgres),
            serverKilled(postgres, server, Math.max(5, Math.round(how.kills / 12))),
          ]),
    ],
    close: async () => {
      remove();
      if (typeof server !== 'string') await server.stop();
    },
  };
};
