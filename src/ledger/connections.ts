import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type postgres from 'postgres';

/** A connection of its own. One that was lost is asked nothing more: it would open itself anew, outside of its transaction. */
type Line = { readonly sql: postgres.Sql; isLost: boolean };

/** Whoever waits for a connection for longer than this is told so. */
const PATIENCE = 2000;

/** Errors after which nothing more is to be had of a connection. */
export const isLost = (error: unknown): boolean => /^(CONNECT|57P0|08|E[A-Z])/.test(codeOf(error));

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Without the query and what was filled into it: neither belongs in a log. The driver's own cannot be written to, either. */
const plain = (error: unknown): Error =>
  Object.assign(new Error(error instanceof Error ? error.message : 'An error that is none'), {
    code: codeOf(error),
  });

const lost = (): Error => Object.assign(new Error('The connection was lost'), { code: 'CONNECTION_CLOSED' });

/**
 * So many connections at most, as kysely wants them. The driver's own pool gives lost connections out again, and a query
 * on one of those ends the process.
 */
export const connections = (open: (closed: () => void) => postgres.Sql, most: number): PostgresPool => {
  const lines = new Set<Line>();
  const free: Line[] = [];
  const waiting: ((line: Line) => void)[] = [];

  const drop = (line: Line): void => {
    lines.delete(line);
    void line.sql.end({ timeout: 0 });
  };
  const make = (): Line => {
    const line: Line = {
      isLost: false,
      sql: open(() => {
        line.isLost = true;
      }),
    };
    lines.add(line);
    return line;
  };
  const handOn = (line: Line): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(line);
    else next(line);
  };
  const take = (): Line | Promise<Line> => {
    for (const line of free.splice(0)) {
      if (line.isLost) drop(line);
      else free.push(line);
    }
    return free.pop() ?? (lines.size < most ? make() : wait());
  };
  const wait = (): Promise<Line> =>
    new Promise((resolve, reject) => {
      const mine = (line: Line): void => {
        clearTimeout(timer);
        resolve(line);
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(mine), 1);
        reject(Object.assign(new Error('No connection is free'), { code: 'CONNECT_TIMEOUT' }));
      }, PATIENCE);
      waiting.push(mine);
    });

  const clientOf = (line: Line): PostgresPoolClient => ({
    query: (async (text: string, values: readonly postgres.ParameterOrJSON<never>[]) => {
      if (line.isLost) throw lost();
      try {
        const result = await line.sql.unsafe(text, [...values], { prepare: true });
        return { command: result.command, rowCount: result.count, rows: [...result] };
      } catch (error) {
        if (isLost(error)) line.isLost = true;
        throw plain(error);
      }
    }) as PostgresPoolClient['query'],
    release: (isBroken) => {
      if (!isBroken && !line.isLost) return handOn(line);
      drop(line);
      if (waiting.length > 0) handOn(make());
    },
  });
  return {
    options: {},
    connect: async () => clientOf(await take()),
    end: async () => {
      await Promise.all([...lines].map(({ sql }) => sql.end({ timeout: 1 })));
    },
  };
};
