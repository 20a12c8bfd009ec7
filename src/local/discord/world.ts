import {
  type APIApplicationCommand,
  type APIUser,
  ChannelType,
  type Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { ShownMessage, Where } from './shown.ts';
import { snowflakes } from './snowflake.ts';

/** A place to talk: of a server, or with one person. */
export type Channel = {
  readonly id: string;
  readonly where: Where;
  readonly type: ChannelType.GuildText | ChannelType.DM;
  readonly guild?: Guild;
  /** Whose private talk it is. */
  readonly person?: string;
};

/** A server. */
export type Guild = { readonly id: string; readonly name: string; readonly locale: Locale };

/** Somebody who has joined; `permissions` and `roles` are what the servers' owners have given them so far. */
export type Member = {
  readonly user: APIUser;
  readonly locale: Locale;
  readonly joinedAt: string;
  readonly dm: Channel;
  permissions: bigint;
  roles: readonly string[];
};

/** What has happened to a message. */
export type Change = 'new' | 'edited' | 'deleted';

/** The data behind this Discord: who is there, what was said, which commands are published. It decides nothing. */
export type World = {
  readonly now: () => number;
  readonly snowflake: () => string;
  readonly token: string;
  readonly bot: APIUser;
  readonly guilds: readonly [home: Guild, elsewhere: Guild];
  readonly channels: Map<string, Channel>;
  readonly people: Map<string, Member>;
  readonly messages: Map<string, ShownMessage>;
  /** Messages by what their bot calls them, where that must be there only once. Discord forgets these after minutes. */
  readonly nonces: Map<string, string>;
  readonly commands: Map<string, APIApplicationCommand>;
  /** When new commands were made, by server; Discord allows 200 a day. */
  readonly creations: Map<string | undefined, readonly number[]>;
  readonly watchers: Set<(message: ShownMessage, change: Change) => void>;
};

const everything = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What every member may do before anyone gives them more. */
export const everyday =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AddReactions;

/** Two servers and nobody there yet but the bot. */
export function openWorld(now: () => number, locale: Locale): World {
  const snowflake = snowflakes(now);
  const id = snowflake();
  const home = { id: snowflake(), name: 'Home', locale };
  const elsewhere = { id: snowflake(), name: 'Elsewhere', locale };
  const channel = (where: Where, guild: Guild): [string, Channel] => {
    const id = snowflake();
    return [id, { id, where, type: ChannelType.GuildText, guild }];
  };
  return {
    now,
    snowflake,
    token: `${Buffer.from(id).toString('base64url')}.local0.${Buffer.from(`local-${id}`).toString('base64url')}`,
    bot: { ...user(id, 'receipts'), bot: true },
    guilds: [home, elsewhere],
    channels: new Map([
      channel('general', home),
      channel('moderators', home),
      channel('elsewhere', elsewhere),
    ]),
    people: new Map(),
    messages: new Map(),
    nonces: new Map(),
    commands: new Map(),
    creations: new Map(),
    watchers: new Set(),
  };
}

/** Somebody in Discord's own shape. */
export function user(id: string, name: string): APIUser {
  return { id, username: name, discriminator: '0', global_name: name, avatar: null };
}

/** What somebody may do in a channel; administrators may do everything. */
export function permissionsOf(member: Member): bigint {
  return (member.permissions & PermissionFlagsBits.Administrator) === 0n ? member.permissions : everything;
}

/** Whether somebody can read the place at all: the moderators' channel is closed to other members. */
export function canSee(member: Member, channel: Channel): boolean {
  if (channel.where === 'dm') return channel.person === member.user.id;
  return channel.where !== 'moderators' || (permissionsOf(member) & PermissionFlagsBits.ManageGuild) !== 0n;
}

/** Puts a message into the world, or the next state of one that is there, and tells everybody who watches. */
export function put(world: World, message: ShownMessage): ShownMessage {
  const change = world.messages.has(message.id) ? 'edited' : 'new';
  world.messages.set(message.id, message);
  for (const watcher of [...world.watchers]) watcher(message, change);
  return message;
}

/** Takes a message away before everybody's eyes. */
export function remove(world: World, message: ShownMessage): void {
  world.messages.delete(message.id);
  for (const watcher of [...world.watchers]) watcher(message, 'deleted');
}
