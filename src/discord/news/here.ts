import { refuse } from '../../refusal.ts';
import type { House } from '../house.ts';
import type { Who } from '../moderating.ts';
import { heading, message } from '../render/message.ts';

/** The channel in which a command was given, for somebody who may say what is posted there. */
export type Here = {
  /** False where it followed already. Refuses where we may not write there. */
  readonly follow: () => Promise<boolean>;
  /** False where it did not follow. */
  readonly unfollow: () => Promise<boolean>;
};

/** Discord's own numbers. */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_CHANNELS = 1n << 4n;

/** Lets somebody manage what a channel hears, by the rights that came with this very interaction; refuses everybody else. */
export const hereFor = (
  { editing, speak }: Pick<House, 'editing' | 'speak'>,
  { asker, guild, channel, key }: Who & { readonly channel: string | undefined; readonly key: string },
): Here => {
  if (asker === undefined || guild === undefined || channel === undefined)
    return refuse('Only a channel of a server can follow. Write the command there, with a slash.');
  if ((asker.permissions & (ADMINISTRATOR | MANAGE_CHANNELS)) === 0n)
    return refuse('Only those who may manage this channel decide what is posted in it.');
  if (editing === undefined || speak === undefined)
    return refuse('This record is not corrected while the bot runs: there is nothing to follow.');
  const { followers } = editing.desk;
  return {
    follow: async () => {
      if (!(await followers.follow({ channel, guild }))) return false;
      if ((await speak(channel, welcome, key)) === 'said') return true;
      await followers.unfollow(channel);
      return refuse(
        'I cannot post in this channel. Let me view it and send messages in it, and write /follow again.',
      );
    },
    unfollow: () => followers.unfollow(channel),
  };
};

const welcome = message({
  texts: [
    heading('This channel hears of corrections from now on'),
    'Corrections and new facts are posted here, with what was changed and why: at most one post an hour. /unfollow ends it.',
  ],
});
