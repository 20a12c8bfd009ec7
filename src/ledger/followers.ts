import { hasSome, type NonEmpty } from '../story/model.ts';
import { type Ledger, write } from './ledger.ts';
import type { Revision } from './revision.ts';
import { revisionOf, rowsAfter } from './revisions.ts';

/** A channel hears of corrections at most once in so long. */
const QUIET = 60 * 60_000;

/** Channels in all, and revisions in one post: whoever was away for long reads the history instead. */
const MOST = 1000;
const MOST_NEWS = 25;

export type News = {
  readonly channel: string;
  readonly guild: string;
  readonly revisions: NonEmpty<Revision>;
};

/** From now on the channel hears of what changes. False where it did already, or no further channel can. */
export const addFollower = (
  ledger: Ledger,
  { channel, guild }: { readonly channel: string; readonly guild: string },
): Promise<boolean> =>
  write(ledger, async (trx) => {
    const all = await trx.selectFrom('follower').select('channel').execute();
    if (all.length >= MOST || all.some((one) => one.channel === channel)) return false;
    const { seq } = await trx.selectFrom('head').select('seq').executeTakeFirstOrThrow();
    await trx.insertInto('follower').values({ channel, guild, seq, posted: null }).execute();
    return true;
  });

export const dropFollower = (ledger: Ledger, channel: string): Promise<boolean> =>
  write(ledger, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('follower')
      .where('channel', '=', channel)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  });

/** Takes what is due to be posted: whoever asks next is given it no more. */
export const takeNews = (ledger: Ledger): Promise<News[]> =>
  write(ledger, async (trx) => {
    const now = ledger.now();
    const { seq } = await trx.selectFrom('head').select('seq').executeTakeFirstOrThrow();
    const due = await trx
      .selectFrom('follower')
      .selectAll()
      .where('seq', '<', seq)
      .where((or) =>
        or.or([or('posted', 'is', null), or('posted', '<=', new Date(now.getTime() - QUIET).toISOString())]),
      )
      .execute();
    if (due.length === 0) return [];
    const rows = await rowsAfter(trx, Math.min(...due.map((one) => one.seq)));
    await trx
      .updateTable('follower')
      .set({ seq, posted: now.toISOString() })
      .where(
        'channel',
        'in',
        due.map(({ channel }) => channel),
      )
      .execute();
    return due.flatMap(({ channel, guild, seq: last }) => {
      const revisions = rows
        .filter((row) => row.seq > last)
        .slice(-MOST_NEWS)
        .map(revisionOf);
      return hasSome(revisions) ? [{ channel, guild, revisions }] : [];
    });
  });
