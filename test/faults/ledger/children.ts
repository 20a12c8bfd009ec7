import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Place } from '../../../src/ledger/open.ts';

/** A process that writes into a ledger. */
export type Child = {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: readonly string[];
  /** Until it says something that begins so, or is gone. */
  readonly until: (start: string) => Promise<boolean>;
  readonly tell: (line: string) => void;
  readonly kill: () => Promise<void>;
  readonly gone: Promise<unknown>;
};

const writer = fileURLToPath(new URL('writer.ts', import.meta.url));

/** Starts one: it waits until it is told to write. */
export const child = ({ folder, url }: Place, pause = 0, wrap: readonly string[] = []): Child => {
  const [command = process.execPath, ...words] = [
    ...wrap,
    process.execPath,
    writer,
    folder,
    url ?? '',
    `${pause}`,
  ];
  const started = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: started.stdout }).on('line', (line) => {
    said.push(line);
    for (const wake of waiting) wake();
  });
  const gone = once(started, 'close').then(() => {
    for (const wake of waiting) wake();
  });
  // A child that is gone is told nothing any more, and that is no fault.
  started.stdin.on('error', () => {});
  const until = async (start: string): Promise<boolean> => {
    for (;;) {
      if (said.some((line) => line.startsWith(start))) return true;
      if (started.exitCode !== null || started.signalCode !== null) return false;
      await new Promise<void>((resolve) => {
        const wake = () => {
          waiting.delete(wake);
          resolve();
        };
        waiting.add(wake);
      });
    }
  };
  return {
    process: started,
    said,
    until,
    gone,
    tell: (line) => void started.stdin.write(`${line}\n`),
    kill: async () => {
      started.kill('SIGKILL');
      await gone;
    },
  };
};

/** What a child says that was taken, by its key. */
export const takenBy = ({ said }: Child): ReadonlyMap<string, number> =>
  new Map(
    said.flatMap((line) => {
      const [is, key, seq] = line.split(' ');
      return (is === 'appended' || is === 'again') && key !== undefined ? [[key, Number(seq)] as const] : [];
    }),
  );
