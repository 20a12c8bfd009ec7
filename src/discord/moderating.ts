import { refuse } from '../refusal.ts';
import type { House } from './house.ts';
import type { Asker } from './incoming.ts';

/** Whoever asks, and where: all that the desk needs to judge by. Of a mention nobody's rights are known. */
export type Who = { readonly asker: Asker | undefined; readonly guild: string | undefined };

type Desk = {
  readonly authorize: (
    who: Asker & { readonly guild: string | undefined },
  ) => Promise<{ id: string; name: string }>;
  readonly erase: (id: string) => Promise<number>;
};

export type { Desk };

/** What a moderators' command is given beyond what readers' commands are. */
export type Moderating = {
  readonly desk: Desk;
  /** Whom the desk has let in, for this one interaction. */
  readonly by: { id: string; name: string };
  /** Discord's id of the interaction: what comes twice is done once. */
  readonly key: string;
};

export const NOT_HERE = 'The record cannot be edited here. /help lists what the bot can do.';

/** Lets somebody to the desk, by the rights that came with this very interaction; refuses everybody else. */
export const moderating = async (house: House, { asker, guild }: Who, key: string): Promise<Moderating> => {
  const { desk } = house;
  if (desk === undefined || asker === undefined) return refuse(NOT_HERE);
  return { desk, by: await desk.authorize({ ...asker, guild }), key };
};
