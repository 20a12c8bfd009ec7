import { PostgresDialect, sql } from 'kysely';
import postgresJs from 'postgres';
import { codeOf, connections } from './connections.ts';
import type { Engine, Trouble } from './engine.ts';

/** Any number, the same for all of us: whoever holds it writes. */
const LOCK = 5_021_977;
const CHANNEL = 'ledger';

/** Without news we look all the same: what is told while a listener reconnects is lost. */
const LOOK = 15_000;
const LOOK_WHEN_LOST = 500;

/** Connections of one replica. */
const MOST = 4;

const options = {
  connect_timeout: 2,
  // We keep texts and numbers alone; and nobody catches what goes wrong with that query of the driver's own.
  fetch_types: false,
  // It would end a connection in the middle of a transaction.
  max_lifetime: null,
  onnotice: () => {},
  connection: { application_name: 'receipts', statement_timeout: 5000 },
};

/** A ledger on a server: for several replicas. */
export const postgres = (url: string): Engine => {
  let whenLost: () => void = () => {};
  const open = (closed: () => void) => {
    const onclose = () => {
      closed();
      whenLost();
    };
    return postgresJs(url, { ...options, max: 1, onclose });
  };
  return {
    name: 'postgres',
    place: placeOf(url),
    dialect: new PostgresDialect({ pool: connections(open, MOST) }),
    lock: async (trx) => void (await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)),
    announce: async (trx) => void (await sql`select pg_notify(${CHANNEL}, '')`.execute(trx)),
    judge,
    inspect: async () => undefined,
    watch: (_, news) => {
      let listener = postgresJs(url, { ...options, max: 1 });
      let isLost = true;
      let hasEnded = false;
      let timer: NodeJS.Timeout | undefined;
      const listen = async (): Promise<void> => {
        await listener.end({ timeout: 0 });
        listener = postgresJs(url, { ...options, max: 1 });
        await listener.listen(
          CHANNEL,
          () => void look(),
          () => void look(),
        );
      };
      const look = async (): Promise<void> => {
        try {
          await news();
        } catch {
          isLost = true;
        }
      };
      const round = async (): Promise<void> => {
        if (hasEnded) return;
        try {
          if (isLost) {
            await listen();
            isLost = false;
          } else await look();
        } catch {
          isLost = true;
        }
        again();
      };
      const again = (): void => {
        clearTimeout(timer);
        if (!hasEnded) timer = setTimeout(() => void round(), isLost ? LOOK_WHEN_LOST : LOOK).unref();
      };
      whenLost = () => {
        isLost = true;
        again();
      };
      const first = round();
      return async () => {
        hasEnded = true;
        whenLost = () => {};
        clearTimeout(timer);
        await first;
        await listener.end({ timeout: 0 });
      };
    },
    scrub: async () => {},
    close: async () => {},
  };
};

const placeOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
};

const judge = (error: unknown): Trouble => {
  const code = codeOf(error);
  if (/^(CONNECTION_|CONNECT_TIMEOUT|57P0|08)/.test(code))
    return { is: 'again', why: 'the connection was lost' };
  if (/^(E[A-Z]+)$/.test(code)) return { is: 'away', why: `its server cannot be reached (${code})` };
  if (code === '40001' || code === '40P01' || code === '55P03')
    return { is: 'again', why: 'others are writing to it' };
  if (code === '57014') return { is: 'away', why: 'its server takes too long' };
  if (code.startsWith('53')) return { is: 'away', why: 'its server is out of room or of connections' };
  if (code.startsWith('28') || code === '3D000') return { is: 'away', why: 'its server does not let us in' };
  if (code === '25006') return { is: 'away', why: 'its server lets nobody write' };
  if (code.startsWith('XX')) return { is: 'damaged', why: `its server finds its files damaged (${code})` };
  return { is: 'bug' };
};
