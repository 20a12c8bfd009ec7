import { MessageFlags } from 'discord-api-types/v10';
import { pings } from './mentions.ts';
import { type MessageBody, texts } from './message-body.ts';
import type { Pending } from './pending.ts';
import { Problem } from './problem.ts';
import type { ShownMessage } from './shown.ts';
import { type Channel, put, type World } from './world.ts';

const lasting = MessageFlags.Ephemeral;

/** Says something in a channel as the bot. */
export function say(
  world: World,
  channel: Channel,
  body: MessageBody,
  about: Pick<ShownMessage, 'replyTo' | 'asked'> & { readonly onlyFor?: string } = {},
): ShownMessage {
  const { onlyFor, ...rest } = about;
  const repliedTo = rest.asked ? undefined : world.messages.get(rest.replyTo ?? '')?.author.id;
  const notified = pings(texts(body), body.allowedMentions, repliedTo);
  return put(world, {
    id: world.snowflake(),
    where: channel.where,
    channelId: channel.id,
    author: { id: world.bot.id, name: world.bot.username, bot: true },
    visibleTo: onlyFor ?? 'everyone',
    flags: onlyFor === undefined ? body.flags & ~lasting : body.flags | lasting,
    content: body.content,
    embeds: body.embeds,
    components: body.components,
    pings: onlyFor === undefined ? notified : notified.filter((id) => id === onlyFor),
    ...(body.allowedMentions && { allowedMentions: body.allowedMentions }),
    edits: 0,
    ...rest,
  });
}

/** Replaces what a message says; who can see it never changes. */
export function revise(world: World, before: ShownMessage, body: MessageBody): ShownMessage {
  const { allowedMentions: _, ...kept } = before;
  const notified = pings(texts(body), body.allowedMentions);
  return put(world, {
    ...kept,
    flags: (body.flags & ~lasting) | (before.flags & lasting),
    content: body.content,
    embeds: body.embeds,
    components: body.components,
    pings: before.visibleTo === 'everyone' ? notified : notified.filter((id) => id === before.visibleTo),
    ...(body.allowedMentions && { allowedMentions: body.allowedMentions }),
    edits: isLoading(before) ? 0 : before.edits + 1,
  });
}

/** Answers an interaction with a new message. */
export function reply(world: World, pending: Pending, body: MessageBody): ShownMessage {
  const { id, type, member, name, from } = pending;
  const isPrivate = (body.flags & MessageFlags.Ephemeral) !== 0;
  const replyTo = pending.original ?? from;
  return say(world, pending.channel, body, {
    asked: {
      id,
      type,
      user: member.user,
      ...(name !== undefined && { name }),
      ...(from !== undefined && { from }),
    },
    ...(replyTo !== undefined && { replyTo }),
    ...(isPrivate && { onlyFor: member.user.id }),
  });
}

/** Whether it only says so far that an answer is being thought about. */
export function isLoading(message: ShownMessage): boolean {
  return (message.flags & MessageFlags.Loading) !== 0;
}

/** The message that a webhook route names, which must belong to that interaction. */
export function named(world: World, pending: Pending, id: string): ShownMessage {
  const message = world.messages.get(id === '@original' ? (pending.original ?? '') : id);
  const own = message?.asked?.id === pending.id || message?.id === pending.original;
  if (!message || !own) throw new Problem(10008);
  return message;
}
