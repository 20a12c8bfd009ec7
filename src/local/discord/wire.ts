import {
  type APIGuildMember,
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationIntegrationType,
  type GuildMemberFlags,
  InteractionType,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Asked, ShownMessage } from './shown.ts';
import { type Channel, type Member, user, type World } from './world.ts';

/** A message in Discord's own shape. */
export function apiMessage(world: World, message: ShownMessage): APIMessage {
  const channel = world.channels.get(message.channelId);
  const told = message.replyTo === undefined ? undefined : world.messages.get(message.replyTo);
  return {
    id: message.id,
    channel_id: message.channelId,
    author: author(world, message),
    content: message.content,
    timestamp: timestamp(message.id),
    edited_timestamp: message.edits === 0 ? null : new Date(world.now()).toISOString(),
    tts: false,
    mention_everyone: message.pings.includes('everyone') || message.pings.includes('here'),
    mentions: message.pings.flatMap((id) =>
      id === world.bot.id ? [world.bot] : (world.people.get(id)?.user ?? []),
    ),
    mention_roles: message.pings.filter((id) => message.content.includes(`<@&${id}>`)),
    attachments: [],
    embeds: [...message.embeds],
    pinned: false,
    type: typeOf(message),
    flags: message.flags,
    components: [...message.components],
    ...(message.author.id === world.bot.id && { application_id: world.bot.id }),
    ...(message.asked && {
      webhook_id: world.bot.id,
      interaction_metadata: metadata(message.asked, channel),
    }),
    ...(message.replyTo !== undefined && {
      message_reference: {
        type: MessageReferenceType.Default,
        message_id: message.replyTo,
        channel_id: message.channelId,
        ...(channel?.guild && { guild_id: channel.guild.id }),
      },
      referenced_message: told ? { ...apiMessage(world, told), referenced_message: null } : null,
    }),
  };
}

/** A member in Discord's own shape, without the user, as messages carry it. */
export function apiMember(member: Pick<Member, 'roles' | 'joinedAt'>): Omit<APIGuildMember, 'user'> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
  };
}

/** A channel in Discord's own shape: a private talk with whom it is, a server's with who may read it. */
export function apiChannel(world: World, channel: Channel) {
  const shared = { id: channel.id, type: channel.type, flags: 0, last_message_id: null };
  if (!channel.guild) {
    const member = world.people.get(channel.person ?? '');
    return { ...shared, recipients: member ? [member.user] : [] };
  }
  const closed = { id: channel.guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) };
  return {
    ...shared,
    guild_id: channel.guild.id,
    name: channel.where,
    position: [...world.channels.keys()].indexOf(channel.id),
    permission_overwrites: channel.where === 'moderators' ? [closed] : [],
    nsfw: false,
    topic: null,
    parent_id: null,
    rate_limit_per_user: 0,
  };
}

/** On whose behalf the app is there: the server's, or in a private talk its own. */
export function owners(channel: Channel | undefined) {
  return { [ApplicationIntegrationType.GuildInstall]: channel?.guild?.id ?? '0' };
}

function author(world: World, message: ShownMessage) {
  if (message.author.id === world.bot.id) return world.bot;
  return world.people.get(message.author.id)?.user ?? user(message.author.id, message.author.name);
}

function timestamp(id: string): string {
  return new Date(Number((BigInt(id) >> 22n) + 1_420_070_400_000n)).toISOString();
}

function typeOf(message: ShownMessage): MessageType {
  if (message.asked?.type === InteractionType.ApplicationCommand) return MessageType.ChatInputCommand;
  return message.replyTo === undefined ? MessageType.Default : MessageType.Reply;
}

function metadata(asked: Asked, channel: Channel | undefined): APIMessageInteractionMetadata {
  const base = { id: asked.id, user: asked.user, authorizing_integration_owners: owners(channel) };
  switch (asked.type) {
    case InteractionType.MessageComponent:
      return { ...base, type: asked.type, interacted_message_id: asked.from ?? '0' };
    case InteractionType.ModalSubmit:
      return {
        ...base,
        type: asked.type,
        triggering_interaction_metadata: { ...base, type: InteractionType.ApplicationCommand },
      };
    default:
      return { ...base, type: InteractionType.ApplicationCommand };
  }
}
