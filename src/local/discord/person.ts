import { InteractionType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Suggestion } from './callback-body.ts';
import { chosen, type Filled, filled, pressed } from './controls.ts';
import type { Interactions, Waits } from './interactions.ts';
import { pings } from './mentions.ts';
import type { Sending } from './pending.ts';
import type { Outcome, ShownForm, ShownMessage, Where } from './shown.ts';
import { slash, type Typed } from './slash.ts';
import {
  type Change,
  type Channel,
  canSee,
  everyday,
  type Member,
  permissionsOf,
  put,
  type World,
} from './world.ts';

/** Sent although the person's own client would not, as a tampered client could; or delivered twice. */
export type Forged = { readonly forged?: boolean; readonly twice?: boolean };

/** Somebody at their Discord client. What the client itself would refuse throws; what the bot does comes back as an `Outcome`. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** What the servers' owners give or take away, from now on. */
  becomes(member: { readonly permissions?: bigint; readonly roles?: readonly string[] }): void;
  /** Types a slash command; sub-commands as `fact add`. */
  command(line: string, options?: Typed, how?: Forged & { readonly where?: Where }): Promise<Outcome>;
  /** Types into one option and gets what is suggested under it. */
  suggest(
    line: string,
    options: Typed,
    focused: string,
    how?: Forged & { readonly where?: Where },
  ): Promise<readonly Suggestion[]>;
  press(message: ShownMessage, customId: string, how?: Forged): Promise<Outcome>;
  choose(message: ShownMessage, customId: string, values: readonly string[], how?: Forged): Promise<Outcome>;
  submit(form: ShownForm, fields: Filled, how?: Forged): Promise<Outcome>;
  /** Says something; the outcome is the bot's reply to it, or nothing once `quiet` milliseconds have passed. */
  send(
    text: string,
    how?: {
      readonly where?: Where;
      readonly mention?: boolean;
      readonly replyTo?: ShownMessage;
      readonly quiet?: number;
    },
  ): Promise<Outcome>;
  /** The next message from the bot that appears before them, or nothing once `ms` have passed. */
  next(ms?: number): Promise<ShownMessage | undefined>;
  /** Every message in front of them, oldest first. */
  sees(where?: Where): readonly ShownMessage[];
  /** Calls back for each message that appears, changes or goes before their eyes, until the returned function is called. */
  watch(listener: (message: ShownMessage, change: Change) => void): () => void;
};

/** Sits somebody down at their client. */
export function person(world: World, member: Member, interactions: Interactions, waits: Waits): Person {
  const { id, username } = member.user;

  const channelOf = (where: Where) => {
    const channel =
      where === 'dm' ? member.dm : [...world.channels.values()].find((it) => it.where === where);
    if (!channel) throw new Error(`There is no channel ${where}`);
    return channel;
  };

  const entered = (where: Where, how: Forged = {}) => {
    const channel = channelOf(where);
    if (!how.forged && !canSee(member, channel)) throw new Error(`${username} cannot see ${where}`);
    return channel;
  };

  const isSeen = (message: ShownMessage) =>
    (message.visibleTo === 'everyone' || message.visibleTo === id) &&
    canSee(member, world.channels.get(message.channelId) ?? member.dm);

  const current = (message: ShownMessage, how: Forged) => {
    const now = world.messages.get(message.id);
    return now && (how.forged || isSeen(now)) ? now : undefined;
  };

  const send = async (sending: Omit<Sending, 'member'>): Promise<Outcome> => {
    const { suggestions: _, ...outcome } = await interactions.send({ ...sending, member });
    return outcome;
  };

  const use = (message: ShownMessage, data: object, { twice = false }: Forged) =>
    send({
      type: InteractionType.MessageComponent,
      channel: channelOf(message.where),
      from: message.id,
      data,
      twice,
    });

  const watch: Person['watch'] = (listener) => {
    const watcher = (message: ShownMessage, change: Change) => {
      if (isSeen(message)) listener(message, change);
    };
    world.watchers.add(watcher);
    return () => world.watchers.delete(watcher);
  };

  const next = (ms: number, isIt: (message: ShownMessage) => boolean) => {
    const { promise, resolve } = Promise.withResolvers<ShownMessage | undefined>();
    const timer = setTimeout(resolve, ms, undefined);
    const unwatch = watch((message, change) => {
      if (change === 'new' && message.author.bot && isIt(message)) resolve(message);
    });
    return promise.finally(() => {
      clearTimeout(timer);
      unwatch();
    });
  };

  return {
    id,
    name: username,
    becomes({ permissions = member.permissions, roles = member.roles }) {
      Object.assign(member, { permissions: everyday | permissions, roles });
    },
    async command(line, options = {}, { where = 'general', ...how } = {}) {
      const channel = entered(where, how);
      const { name, data } = slash(world, member, channel, line, options, how);
      return send({ type: InteractionType.ApplicationCommand, channel, name, data });
    },
    async suggest(line, options, focused, { where = 'general', ...how } = {}) {
      const channel = entered(where, how);
      const { name, data } = slash(world, member, channel, line, options, { ...how, focused });
      const type = InteractionType.ApplicationCommandAutocomplete;
      const { suggestions } = await interactions.send({ type, channel, member, name, data });
      if (!suggestions) throw new Error('Loading options failed');
      return suggestions;
    },
    async press(message, customId, how = {}) {
      return use(message, pressed(current(message, how), customId, how.forged), how);
    },
    async choose(message, customId, values, how = {}) {
      return use(message, chosen(current(message, how), customId, values, how.forged), how);
    },
    async submit(form, fields, how = {}) {
      const data = filled(form, fields, how.forged);
      return send({
        type: InteractionType.ModalSubmit,
        channel: channelOf(form.where),
        data,
        twice: how.twice === true,
        ...(form.message !== undefined && { from: form.message }),
      });
    },
    async send(text, { where = 'general', mention = false, replyTo, quiet = waits.quiet } = {}) {
      const channel = entered(where);
      const content = mention ? `<@${world.bot.id}> ${text}` : text;
      const said = saying(world, member, channel, content, replyTo);
      const began = performance.now();
      const answer = next(quiet, (it) => it.replyTo === said.id || (where === 'dm' && it.where === 'dm'));
      put(world, said);
      const message = await answer;
      return { ms: performance.now() - began, ...(message && { message }) };
    },
    next: (ms = waits.quiet) => next(ms, () => true),
    sees(where) {
      return [...world.messages.values()].filter(
        (it) => isSeen(it) && (where === undefined || it.where === where),
      );
    },
    watch,
  };
}

function saying(
  world: World,
  member: Member,
  channel: Channel,
  content: string,
  replyTo: ShownMessage | undefined,
): ShownMessage {
  if (content.trim() === '' || content.length > 2000) throw new Error('A message has 1 to 2000 characters');
  const mayShout = (permissionsOf(member) & PermissionFlagsBits.MentionEveryone) !== 0n;
  const heard = pings([content], undefined, replyTo?.author.id);
  return {
    id: world.snowflake(),
    where: channel.where,
    channelId: channel.id,
    author: { id: member.user.id, name: member.user.username, bot: false },
    visibleTo: 'everyone',
    flags: 0,
    content,
    embeds: [],
    components: [],
    pings: mayShout ? heard : heard.filter((ping) => ping !== 'everyone' && ping !== 'here'),
    edits: 0,
    ...(replyTo && { replyTo: replyTo.id }),
  };
}
