import { REST } from 'discord.js';
import { type Files, filesIn } from './book/files.ts';
import { bookIn, openBook } from './book/open.ts';
import { watchFiles } from './book/watch.ts';
import { checked } from './checked.ts';
import { type Connection, connect, type Door, restOptions } from './discord/gateway.ts';
import type { House } from './discord/house.ts';
import { loadCommands, missingTopics } from './discord/load.ts';
import type { Observation } from './discord/observation.ts';
import { places, publishCommands } from './discord/publish.ts';
import { recent } from './discord/recent.ts';
import { type Edited, type Keeping, openEditing, unedited } from './editing.ts';
import { indexed } from './indexed.ts';
import type { Chat } from './local/chat.ts';
import { type Discord, openDiscord, type Settings } from './local/discord/open.ts';
import { refuse } from './refusal.ts';
import { problemLine } from './story/problem.ts';
import type { Written } from './story/schema.ts';
import type { Index } from './story/search/index.ts';

/** Problems that keep the bot from starting, each a sentence. */
export type Faults = { readonly faults: readonly string[] };

/** A story that keeps every house rule: as its files say it, and ready to be asked. */
export type Sound = { readonly written: Written; readonly index: Index };

/** The story in a folder, checked by every house rule and made ready to be asked. */
export const openStory = async (folder: string): Promise<Sound | Faults> => storyOf(await openBook(folder));

/** Given the index before it, only what is new is read. */
const storyOf = async (
  book: Awaited<ReturnType<typeof openBook>>,
  before?: Index,
): Promise<Sound | Faults> => {
  if ('problems' in book) return { faults: book.problems.map(problemLine) };
  const ready = await indexed(book.story, before);
  const problems = (await checked(ready)).map(book.locate);
  return problems.length > 0
    ? { faults: problems.map(problemLine) }
    : { written: book.written, index: ready };
};

export type Furnishing = Omit<House, 'index' | 'commands' | 'recent'> & {
  readonly knowledge: string;
  readonly commands: string;
};

/** Who is told when the knowledge changes under the bot. */
export type Told = {
  readonly onStory: (now: Sound) => void;
  /** Everything that is wrong, each a sentence with file and place. The story as it was goes on answering. */
  readonly onFaults: (faults: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
};

/** A house that can follow the files of its story: each state in which they are left is checked, and answers from then on. */
export type Furnished = House & {
  /** Gives back what ends it. */
  readonly follow: (told: Told) => () => Promise<void>;
  /** The book as its files have it now, without what moderators changed. */
  readonly book: () => Sound;
};

/** The bot without a door: a story and its commands. Refuses with everything that is wrong with either. */
export const openHouse = async ({ knowledge, commands: folder, ...rest }: Furnishing): Promise<Furnished> => {
  // Read first: whatever is saved while the story is made ready differs from it, and is taken when it is followed.
  const since = await filesIn(knowledge);
  const [opened, loaded] = await Promise.all([openStory(knowledge), loadCommands(folder)]);
  const faults = [
    ...('faults' in opened ? opened.faults : []),
    ...('problems' in loaded ? loaded.problems : []),
    ...('index' in opened && 'commands' in loaded ? missingTopics(loaded.commands, opened.index.story) : []),
  ];
  if ('faults' in opened || 'problems' in loaded || faults.length > 0) return refuse(faults.join('\n'));
  const { commands } = loaded;
  let current: Sound = opened;
  const take = async (files: Files, { onStory, onFaults }: Told): Promise<void> => {
    const next = await storyOf(await bookIn(files), current.index);
    const wrong = 'faults' in next ? next.faults : missingTopics(commands, next.index.story);
    if ('faults' in next || wrong.length > 0) return onFaults(wrong);
    current = next;
    onStory(next);
  };
  const follow = (told: Told) =>
    watchFiles(knowledge, { since, take: (files) => take(files, told), failed: told.onError });
  return {
    ...rest,
    commands,
    index: () => current.index,
    book: () => current,
    recent: recent(),
    follow,
  };
};

/** Discord's REST interface, for what needs no gateway. */
export const restOf = (token: string, api: string | undefined): REST =>
  new REST({ ...restOptions, ...(api === undefined ? {} : { api }) }).setToken(token);

/** Of a server and of its channels. */
const MANAGE = (1n << 5n) | (1n << 4n);

/** The bot on a Discord of its own, with people to talk to it: what the terminal and the scripted chats stand on. */
export type Local = Chat & {
  /** Takes the bot away and brings it back, as a deploy would. */
  readonly restart: () => Promise<void>;
  /** The story as it is told now. */
  readonly index: () => Index;
  /** The book was changed under the bot. */
  readonly take: (book: Sound) => Promise<void>;
  /** The book was changed, and cannot be used. */
  readonly alarm: Connection['alarm'];
  /** Has everything said at once that is due to be said unasked. */
  readonly round: Connection['round'];
  readonly close: () => Promise<void>;
};

const desked = async (
  house: House & Partial<Pick<Furnished, 'book'>>,
  keeping: Keeping | undefined,
  { guildId, channels }: Pick<Discord, 'guildId' | 'channels'>,
): Promise<Edited<House>> => {
  if (keeping === undefined || house.book === undefined) return unedited(house);
  const rights = { homes: [guildId], roles: [] };
  return openEditing(house, house.book(), { ...keeping, rights, channel: channels.moderators });
};

/** Starts a local Discord and the bot in it, through the same client as in earnest; with `keeping`, its server is a home of the record. */
export const openLocal = async (
  furnished: Omit<House, 'observe'> & Partial<Pick<Furnished, 'book'>>,
  door: Pick<Door, 'mentions' | 'log'>,
  settings: Settings = {},
  keeping?: Keeping,
): Promise<Local> => {
  const seen = new Map<string, Observation>();
  const house = { ...furnished, observe: (one: Observation): void => void seen.set(one.of, one) };
  const discord = await openDiscord(settings);
  const open = async () => {
    // Whatever was in memory alone is gone with whoever remembered it.
    const edited = await desked({ ...house, recent: recent() }, keeping, discord);
    const connection = await connect(edited.house, { ...door, token: discord.token, api: discord.api });
    const stop = () => connection.stop().then(edited.close);
    return { ...connection, stop, index: edited.house.index, take: edited.take };
  };
  const publish = async () => {
    const rest = restOf(discord.token, discord.api);
    for (const place of places(house.commands, { guild: undefined, homes: [discord.guildId] }))
      await publishCommands(rest, place.commands, { guild: place.guild, isRehearsal: false });
  };
  // What is already listening would keep a process alive that has nothing to do.
  let connection = await open().catch((error: unknown) => discord.close().then(() => Promise.reject(error)));
  await publish().catch((error: unknown) =>
    Promise.all([connection.stop(), discord.close()]).then(() => Promise.reject(error)),
  );
  return {
    discord,
    member: discord.join({ name: 'member' }),
    moderator: discord.join({ name: 'moderator', permissions: MANAGE }),
    secondModerator: discord.join({ name: 'second-moderator', permissions: MANAGE }),
    observed: (of) => seen.get(of),
    index: () => connection.index(),
    take: (book) => connection.take(book),
    alarm: (faults) => connection.alarm(faults),
    round: () => connection.round(),
    restart: async () => {
      await connection.stop();
      connection = await open();
    },
    close: async () => {
      await connection.stop();
      await discord.close();
    },
  };
};
