import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect, sql } from 'kysely';
import type { Engine, Trouble } from './engine.ts';

/** While it waits for another process to finish writing, nothing else is done here. Longer than this, we ask again later. */
const BUSY = 25;

const POLL = 250;

/** A ledger in a file of its own: for one machine. */
export const sqlite = (file: string): Engine => ({
  name: 'sqlite',
  place: file,
  dialect: dialectOf(file),
  // `begin immediate` is a lock already.
  lock: async () => {},
  announce: async () => {},
  judge,
  inspect: async (db) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    const [{ integrity_check: found = 'ok' } = {}] = rows;
    return found === 'ok' ? undefined : found;
  },
  watch: (db, news) => {
    let last: number | undefined;
    const look = async (): Promise<void> => {
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
      const version = rows[0]?.data_version;
      const isNews = last !== undefined && version !== last;
      last = version;
      if (isNews) await news();
    };
    let round = Promise.resolve();
    const timer = setInterval(() => {
      round = round.then(look).catch(() => {});
    }, POLL).unref();
    round = look().catch(() => {});
    return async () => {
      clearInterval(timer);
      await round;
    };
  },
  scrub: async (db) => void (await sql`pragma wal_checkpoint(truncate)`.execute(db)),
  close: async () => {},
});

/** kysely does not say of SQLite that tables can be made in a transaction. They can. */
const dialectOf = (file: string): Dialect => {
  const dialect = new SqliteDialect({ database: async () => open(file) });
  return {
    createAdapter: () =>
      Object.defineProperty(dialect.createAdapter(), 'supportsTransactionalDdl', { value: true }),
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
};

const nothing = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

const open = (file: string): SqliteDatabase => {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY, enableForeignKeyConstraints: true });
  try {
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'secure_delete = on'])
      database.exec(`pragma ${pragma}`);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    close: () => database.close(),
    prepare: (text) => {
      // What failed for want of room is taken back already: to ask for it again would hide why.
      if (text === 'rollback' && !database.isTransaction) return nothing;
      // A plain `begin` reads first, and two that then want to write stand in each other's way for ever.
      const statement = database.prepare(text === 'begin' ? 'begin immediate' : text);
      const given = (values: readonly unknown[]) => values as readonly SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...given(values)),
        run: (values) => statement.run(...given(values)),
        iterate: (values) => statement.iterate(...given(values)),
      };
    },
  };
};

/** SQLite's own numbers; the lower byte of what it reports. */
const judge = (error: unknown): Trouble => {
  const code =
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
      ? error.errcode & 0xff
      : undefined;
  switch (code) {
    case 5:
    case 6:
      return { is: 'again', why: 'another process is writing to it' };
    case 8:
    case 3:
      return { is: 'away', why: 'its file may not be written' };
    case 10:
      return { is: 'away', why: 'its file cannot be read or written' };
    case 13:
      return { is: 'away', why: 'the disk is full' };
    case 14:
      return { is: 'away', why: 'its file cannot be opened' };
    case 11:
    case 26:
      return { is: 'damaged', why: 'its file is damaged, or is no database' };
    default:
      return isOfFiles(error)
        ? { is: 'away', why: `its folder cannot be used (${error.code})` }
        : { is: 'bug' };
  }
};

const isOfFiles = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
