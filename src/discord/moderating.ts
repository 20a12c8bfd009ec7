import type { Moderator } from '../desk/authorize.ts';
import type { Desk } from '../desk/surface.ts';
import type { CheckLinks } from '../links/check-links.ts';
import { refuse } from '../refusal.ts';
import type { Asker } from './incoming.ts';

/** Whoever asks, and where: all that the desk needs to judge by. Of a mention nobody's rights are known. */
export type Who = { readonly asker: Asker | undefined; readonly guild: string | undefined };

/** Where the record is changed, and how that is done here. */
export type Editing = {
  readonly desk: Desk;
  /** How many others must approve a change before it is published. */
  readonly reviewers: 0 | 1;
  /** The channel in which moderators hear of each other's work. */
  readonly channel?: string | undefined;
  readonly now: () => Date;
  /** Looks where addresses lead; nothing where the world is not to be reached. */
  readonly checkLinks?: CheckLinks | undefined;
};

/** What a moderators' command is given beyond what readers' commands are. */
export type Moderating = Pick<Editing, 'desk' | 'reviewers' | 'now' | 'checkLinks'> & {
  /** Whom the desk has let in, for this one interaction. */
  readonly by: Moderator;
  /** Discord's id of the interaction: what comes twice is done once. */
  readonly key: string;
};

export const NOT_HERE = 'The record cannot be edited here. /help lists what the bot can do.';

/** Lets somebody to the desk, by the rights that came with this very interaction; refuses everybody else. */
export const moderating = async (
  editing: Editing | undefined,
  { asker, guild }: Who,
  key: string,
): Promise<Moderating> => {
  if (editing === undefined || asker === undefined) return refuse(NOT_HERE);
  const { desk, reviewers, now, checkLinks } = editing;
  return { desk, reviewers, now, checkLinks, by: await desk.authorize({ ...asker, guild }), key };
};
