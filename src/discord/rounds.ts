import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { tellWaiting, type Write } from './asking/tell-waiting.ts';
import type { House } from './house.ts';
import { misfits } from './moderators/alarm.ts';
import type { Telling } from './moderators/audit.ts';
import { reminders } from './moderators/remind.ts';
import { deliverNews, type Late } from './news/deliver-news.ts';
import type { Message } from './render/message.ts';
import type { Speak } from './speak.ts';

/** How often it is looked for what is to be said unasked. */
const EVERY = 60_000;

export type Rounds = {
  /** Goes one at once: resolves when all that was due is said. */
  readonly go: () => Promise<void>;
  /** Resolves when the last one is done. */
  readonly end: () => Promise<void>;
};

/** What is said unasked, every minute and whenever the story was changed: news to those who follow, answers to those who wait for one, and to moderators what waits or does not fit. */
export const rounds = (house: House, speak: Speak, tell: Telling, write: Write): Rounds => {
  const { editing } = house;
  if (editing === undefined) return { go: async () => {}, end: async () => {} };
  const { desk } = editing;
  let late: readonly Late[] = [];
  let misfit = '';

  const round = async (): Promise<void> => {
    // What keeps the database from being asked is told to whoever edits: here it would only be told over and over.
    if (desk.obstacle() !== undefined) return;
    late = await deliverNews(desk, speak, late);
    await tellWaiting(house, write);
    const now = editing.now().getTime();
    for (const [i, message] of (await reminders(house)).entries()) await tell(message, `${now}-${i}`);
    const found = misfits(desk.present());
    const key = found === undefined ? '' : keyOf(found);
    if (found !== undefined && key !== misfit) await tell(found, key);
    misfit = key;
  };
  const failed = (error: unknown): void => {
    if (!(error instanceof Refusal)) house.report(error, []);
  };

  let last = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const go = (): Promise<void> => {
    waiting ??= last = last.then(() => {
      waiting = undefined;
      return round().catch(failed);
    });
    return waiting;
  };
  const timer = setInterval(() => void go(), EVERY).unref();
  const leave = desk.onChange(() => void go());
  return {
    go,
    end: async () => {
      clearInterval(timer);
      leave();
      await last;
    },
  };
};

/** The same words are there once, whichever replica says them. */
export const keyOf = (message: Message): string =>
  createHash('sha256').update(JSON.stringify(message)).digest('hex').slice(0, 24);
