import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from 'chokidar';
import { type Files, filesIn, markOf } from './files.ts';

export type Watch = {
  /** The files as they were last taken: what differs from them is news. */
  readonly since: Files;
  /** Takes the files as somebody left them. Nothing else is read until it is done, and what it throws goes to `failed`. */
  readonly take: (files: Files) => void | Promise<void>;
  readonly failed: (error: unknown) => void;
  /** How long the files must stay as they are before they are taken for finished, in milliseconds. */
  readonly quiet?: number;
  /** How often they are compared where the file system tells nothing, in milliseconds. */
  readonly poll?: number;
};

/**
 * Hands on each state in which somebody leaves the files of a folder, once. A state counts when two readings `quiet` apart
 * are the same, whatever the file system tells of it: its events only say when to look. Gives back what ends it.
 */
export const watchFiles = (
  folder: string,
  { since, take, failed, quiet = 150, poll = 30_000 }: Watch,
): (() => Promise<void>) => {
  const ending = new AbortController();
  let taken = markOf(since);
  let isNews = false;
  let round: Promise<void> | undefined;

  const settled = async (): Promise<{ readonly files: Files; readonly mark: string }> => {
    let last = markOf(await filesIn(folder));
    for (;;) {
      await sleep(quiet, undefined, { signal: ending.signal, ref: false });
      const files = await filesIn(folder);
      const mark = markOf(files);
      if (mark === last) return { files, mark };
      last = mark;
    }
  };
  const look = async (): Promise<void> => {
    while (isNews && !ending.signal.aborted) {
      isNews = false;
      const { files, mark } = await settled();
      if (mark === taken) continue;
      taken = mark;
      try {
        await take(files);
      } catch (error) {
        failed(error);
      }
    }
  };
  const nudge = (): void => {
    isNews = true;
    round ??= look()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) failed(error);
      })
      .finally(() => {
        round = undefined;
      });
  };

  // The folder and not its files: a watched file goes deaf when another takes its name. `raw` tells of rights as well.
  const watcher = watch(folder, { depth: 0, ignoreInitial: true, persistent: false, atomic: false });
  // What changed before it was ready is seen then; where no events are to be had, comparing every so often has to do.
  watcher.on('ready', nudge).on('all', nudge).on('raw', nudge).on('error', nudge);
  const timer = setInterval(nudge, poll).unref();
  return async () => {
    ending.abort();
    clearInterval(timer);
    await watcher.close();
    await round;
  };
};
