import {
  InteractionResponseType as Answer,
  GatewayDispatchEvents,
  MessageFlags,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { type Callback, callbackBody } from './callback-body.ts';
import type { Gateway } from './gateway.ts';
import { type MessageBody, messageBody } from './message-body.ts';
import { payload } from './payload.ts';
import { begin, type Got, type Pending, type Sending } from './pending.ts';
import { Problem } from './problem.ts';
import { isLoading, named, reply, revise } from './replies.ts';
import type { ShownMessage } from './shown.ts';
import { apiMessage } from './wire.ts';
import { remove, type World } from './world.ts';

/** How long things may take, in milliseconds. */
export type Waits = {
  /** For a first answer. */
  readonly deadline: number;
  /** For what a deferred answer promised. */
  readonly patience: number;
  /** For something that need not come. */
  readonly quiet: number;
};

/** Both ends of every interaction: people send, the bot answers. */
export type Interactions = {
  send(sending: Sending): Promise<Got>;
  answer(id: string, token: string, body: unknown): RESTPostAPIInteractionCallbackWithResponseResult;
  followUp(token: string, body: unknown): ShownMessage;
  find(token: string, message: string): ShownMessage;
  edit(token: string, message: string, body: unknown): ShownMessage;
  remove(token: string, message: string): void;
  close(): void;
};

const unanswered = { failed: 'The application did not respond' } as const;
const lifetime = 15 * 60_000;

/** The life of every interaction: sent, answered once and in time or refused, then open to follow-ups for 15 minutes. */
export function interactions(world: World, gateway: Gateway, waits: Waits): Interactions {
  const byToken = new Map<string, Pending>();
  const isLate = (pending: Pending) => world.now() - pending.sentAt > waits.deadline;

  const open = (token: string) => {
    const pending = byToken.get(token);
    if (pending?.state !== 'answered') throw new Problem(10015);
    if (world.now() - pending.sentAt > lifetime) throw new Problem(50027);
    return pending;
  };

  return {
    send(sending) {
      const pending = begin(world, sending);
      byToken.set(pending.token, pending);
      pending.within(waits.deadline, unanswered);
      const told = payload(world, pending, sending.data);
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, () => told);
      if (sending.twice) gateway.dispatch(GatewayDispatchEvents.InteractionCreate, () => told);
      return pending.got;
    },

    answer(id, token, body) {
      const pending = byToken.get(token);
      if (pending?.id !== id || pending.state === 'dead') throw new Problem(10062);
      if (pending.state === 'waiting' && isLate(pending)) throw new Problem(10062);
      const callback = callbackBody(body, pending.type, world.messages.get(pending.from ?? ''));
      if (pending.state !== 'waiting') throw new Problem(40060);
      pending.state = 'answered';
      const message = take(world, pending, callback, waits);
      if (message) pending.original = message.id;
      return receipt(world, pending, callback, message);
    },

    followUp(token, body) {
      const pending = open(token);
      const original = world.messages.get(pending.original ?? '');
      // Discord still takes the first follow-up to a deferred answer for that answer.
      if (original && isLoading(original))
        return change(world, pending, original, messageBody(body, [], original));
      const message = reply(world, pending, messageBody(body));
      pending.settle({ message });
      return message;
    },

    find: (token, message) => named(world, open(token), message),

    edit(token, id, body) {
      const pending = open(token);
      const before = named(world, pending, id);
      return change(world, pending, before, messageBody(body, [], before));
    },

    remove(token, id) {
      const pending = open(token);
      remove(world, named(world, pending, id));
      pending.settle({});
    },

    close() {
      for (const pending of byToken.values()) pending.settle(unanswered);
    },
  };
}

function take(world: World, pending: Pending, callback: Callback, waits: Waits): ShownMessage | undefined {
  switch (callback.type) {
    case Answer.ChannelMessageWithSource: {
      const message = reply(world, pending, callback.message);
      pending.settle({ message });
      return message;
    }
    case Answer.DeferredChannelMessageWithSource:
      pending.within(waits.patience, unanswered);
      return reply(world, pending, { content: '', embeds: [], components: [], flags: callback.flags });
    case Answer.DeferredMessageUpdate:
      pending.within(waits.quiet, {});
      return world.messages.get(pending.from ?? '');
    case Answer.UpdateMessage:
      return change(world, pending, callback.before, callback.message);
    case Answer.ApplicationCommandAutocompleteResult:
      pending.settle({ suggestions: callback.suggestions });
      return undefined;
    case Answer.Modal: {
      const { id, channel, from } = pending;
      const opened = { interaction: id, where: channel.where, ...(from !== undefined && { message: from }) };
      pending.settle({ form: { ...opened, ...callback.form } });
      return undefined;
    }
    default:
      return callback satisfies never;
  }
}

function change(world: World, pending: Pending, before: ShownMessage, body: MessageBody): ShownMessage {
  const message = revise(world, before, body);
  pending.settle(isLoading(before) ? { message } : { message, edited: true });
  return message;
}

function receipt(
  world: World,
  { id, type }: Pending,
  callback: Callback,
  message: ShownMessage | undefined,
): RESTPostAPIInteractionCallbackWithResponseResult {
  if (!message) return { interaction: { id, type } };
  const isPrivate = (message.flags & MessageFlags.Ephemeral) !== 0;
  return {
    interaction: {
      id,
      type,
      response_message_id: message.id,
      response_message_loading: isLoading(message),
      response_message_ephemeral: isPrivate,
    },
    resource: { type: callback.type, message: apiMessage(world, message) },
  };
}
