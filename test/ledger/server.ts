import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

/** A PostgreSQL server of our own, in a folder for its time. */
export type Server = {
  /** The address of a new and empty database. */
  readonly database: () => Promise<string>;
  /** Ends it as a power cut would: nothing is written any more. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const DEBIAN = '/usr/lib/postgresql';

/** Where the server's own commands are; nothing where it is not installed. */
const binaries = (): string | undefined => {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted().reverse() : [];
  return [
    ...(process.env.PATH ?? '').split(delimiter),
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
};

/** The server refuses to run as root. */
const nobody = (): { readonly uid: number; readonly gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (what: '-u' | '-g') => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** Starts one, or says why there is none. `isSafe`: what is committed outlives a power cut; tests need not wait for disks. */
export const startServer = async ({ isSafe }: { readonly isSafe: boolean }): Promise<Server | string> => {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && !isSafe) return ofAddress(given);
  const bin = binaries();
  if (bin === undefined) return 'PostgreSQL is not installed here';
  const user = nobody();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  try {
    const how = ['-D', data, '-A', 'trust', '-U', 'receipts', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(bin, 'initdb'), how, { ...user, stdio: 'pipe', cwd: folder });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return `PostgreSQL cannot be set up here: ${error instanceof Error ? error.message.split('\n')[0] : ''}`;
  }
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    `fsync=${isSafe ? 'on' : 'off'}`,
    'max_connections=150',
  ];
  const run = () =>
    spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
      ...user,
      stdio: 'ignore',
      cwd: folder,
    });
  let child = run();
  const address = (name: string) => `postgres://receipts@127.0.0.1:${port}/${name}`;
  const isUp = async (): Promise<void> => {
    for (let tries = 0; tries < 200; tries++) {
      const sql = postgres(address('postgres'), { max: 1, connect_timeout: 1, onnotice: () => {} });
      try {
        await sql`select 1`;
        return;
      } catch {
        await sleep(50);
      } finally {
        await sql.end({ timeout: 1 });
      }
    }
    throw new Error('PostgreSQL does not come up');
  };
  await isUp();
  const end = async (signal: 'SIGQUIT' | 'SIGINT'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    ...ofAddress(address('postgres')),
    // Its "immediate" shutdown: no checkpoint, no goodbye; it recovers from its log as after a crash.
    kill: () => end('SIGQUIT'),
    start: async () => {
      child = run();
      await isUp();
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A server of somebody else: it can be used, and not stopped. */
const ofAddress = (address: string): Server => ({
  database: async () => {
    const name = `ledger_${Date.now().toString(36)}_${Math.floor(Math.random() * 1e9).toString(36)}`;
    const sql = postgres(address, { max: 1, onnotice: () => {} });
    await sql.unsafe(`create database ${name}`);
    await sql.end();
    return Object.assign(new URL(address), { pathname: `/${name}` }).href;
  },
  kill: async () => {},
  start: async () => {},
  stop: async () => {},
});

/** A folder for its time, with a subfolder that is not there yet. */
export const freshFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const root = mkdtempSync(join(tmpdir(), 'ledger-'));
  mkdirSync(root, { recursive: true });
  return { folder: join(root, 'data'), remove: () => rmSync(root, { recursive: true, force: true }) };
};
