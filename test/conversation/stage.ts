import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Local, openLocal } from '../../src/bot.ts';
import type { Place } from '../../src/ledger/open.ts';
import { linkCheck } from '../../src/links/check-links.ts';
import type { Reach } from '../../src/links/reach.ts';
import type { Newcomer, Person, ShownForm, ShownMessage } from '../../src/local/discord/open.ts';
import type { CastMember, Script } from '../../src/local/script.ts';
import type { Furnished } from './houses.ts';

/** What somebody may do beyond what every member may. */
export const rightsOf = { member: 0n, moderator: 1n << 5n, caretaker: 1n << 4n } as const;

/** One world of its own: a Discord, the bot in it, and the cast of a script. */
export type Stage = {
  readonly local: Local;
  readonly cast: ReadonlyMap<string, Person>;
  /** The form that each has in front of them. */
  readonly forms: Map<string, ShownForm>;
  /** Bugs that the bot has kept for its operator. */
  readonly bugs: unknown[];
  readonly log: string[];
  /** How far the bot's clock is ahead, in milliseconds. */
  readonly clock: { ahead: number };
};

/** How long somebody waits for an answer, in milliseconds: on a busy machine it comes late. */
export const PATIENCE = 5000;

/** Sets the stage for a script, around a house that others use at the same time. */
export const openStage = async (
  house: Furnished,
  { cast, reviewers = 1 }: Script,
  place: () => Promise<Pick<Place, 'folder' | 'url'>> = inNewFolder,
): Promise<Stage> => {
  const bugs: unknown[] = [];
  const log: string[] = [];
  const clock = { ahead: 0 };
  const report = (error: unknown) => `bug-${bugs.push(error)}`;
  const local = await openLocal(
    { ...house, report },
    { mentions: true, log: (line) => log.push(line) },
    { quiet: PATIENCE },
    {
      ...(await place()),
      reviewers,
      now: () => new Date(Date.now() + clock.ahead),
      checkLinks: linkCheck(somewhere),
    },
  );
  const people = Object.entries(cast).map(
    ([name, member]) => [name, local.discord.join(newcomer(name, member))] as const,
  );
  return { local, cast: new Map(people), forms: new Map(), bugs, log, clock };
};

/** A world in which what is about oil is gone, and takes its time to be found so; nobody's real one. */
const somewhere: Reach = async (url) => {
  await new Promise((resolve) => setTimeout(resolve, url.endsWith('/oil') ? 1500 : 0));
  return { is: 'answered', status: url.endsWith('/oil') ? 404 : 200 };
};

/** A ledger of its own for every script. */
const inNewFolder = async () => ({ folder: await mkdtemp(join(tmpdir(), 'ledger-')), url: undefined });

const newcomer = (name: string, { is, roles = [], locale }: CastMember): Newcomer => ({
  name,
  roles,
  ...(is !== undefined && { permissions: rightsOf[is] }),
  ...(locale !== undefined && { locale: locale as NonNullable<Newcomer['locale']> }),
});

/** Everything that the bot has said, as far as anybody in the cast sees it, oldest first. */
export const saidByBot = ({ cast }: Stage): ShownMessage[] => {
  const all = [...cast.values()].flatMap((person) => person.sees());
  return [
    ...new Map(all.filter(({ author }) => author.bot).map((message) => [message.id, message])).values(),
  ];
};

/** The name of whoever sees a message: `everyone`, or one of the cast. */
export const seenBy = ({ cast }: Stage, { visibleTo, where }: ShownMessage, by: string): string => {
  if (where === 'dm') return by;
  if (visibleTo === 'everyone') return 'everyone';
  return [...cast.values()].find(({ id }) => id === visibleTo)?.name ?? visibleTo;
};
