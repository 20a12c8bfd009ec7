import type { Desk, Due } from '../../desk/surface.ts';
import { hasSome } from '../../story/model.ts';
import type { Speak } from '../speak.ts';
import { newsPost } from './post.ts';

/** Tries to post the same news to a channel; then it is given up, and /whats-new tells it. */
const MOST_TRIES = 5;

/** News that Discord did not take, and how often it was tried. */
export type Late = { readonly due: Due; readonly tries: number };

/**
 * Posts corrections where they are due, and what could not be posted before; gives back what could not be posted now.
 * A channel that is gone, or in which we may not write, follows no longer.
 */
export const deliverNews = async (
  desk: Pick<Desk, 'present' | 'followers'>,
  speak: Speak,
  late: readonly Late[] = [],
): Promise<readonly Late[]> => {
  const fresh = (await desk.followers.due()).map((due) => ({ due, tries: 0 }));
  const again: Late[] = [];
  // One after the other: whoever asks something is answered first, and Discord is not crowded.
  for (const { due, tries } of joined(late, fresh)) {
    const message = newsPost(due.revisions, desk.present().index.story);
    if (message === undefined) continue;
    const said = await speak(due.channel, message, keyOf(due));
    if (said === 'gone' || said === 'barred') await desk.followers.unfollow(due.channel);
    if (said === 'failed' && tries + 1 < MOST_TRIES) again.push({ due, tries: tries + 1 });
  }
  return again;
};

/** What a channel has not heard yet comes with what is new for it, in one post. */
const joined = (late: readonly Late[], fresh: readonly Late[]): Late[] => {
  const channels = Map.groupBy([...late, ...fresh], ({ due }) => due.channel);
  return [...channels.values()].flatMap((all) => {
    const [first] = all;
    const revisions = all.flatMap(({ due }) => due.revisions);
    return first === undefined || !hasSome(revisions) ? [] : [{ ...first, due: { ...first.due, revisions } }];
  });
};

/** The same news in the same channel is there once, whichever replica posts it, and however often it is tried. */
const keyOf = ({ channel, revisions }: Due): string =>
  `${BigInt(channel).toString(36)}-${Math.max(...revisions.map(({ seq }) => seq)).toString(36)}`.slice(-25);
