import { randomBytes } from 'node:crypto';
import {
  InteractionResponseType as Answer,
  GatewayDispatchEvents,
  type InteractionType,
  MessageFlags,
  type RESTPostAPIInteractionCallbackWithResponseResult,
} from 'discord-api-types/v10';
import { callbackBody, deferredFlags, type Suggestion, suggestionsBody } from './callback-body.ts';
import type { Gateway } from './gateway.ts';
import { messageBody } from './message-body.ts';
import { modalBody } from './modal-body.ts';
import { payload } from './payload.ts';
import { Problem } from './problem.ts';
import { isLoading, named, reply, revise } from './replies.ts';
import type { Outcome, ShownMessage } from './shown.ts';
import { apiMessage } from './wire.ts';
import { type Channel, type Member, remove, type World } from './world.ts';

/** What a person sends, before it has an id. */
export type Sending = {
  readonly type: InteractionType;
  readonly member: Member;
  readonly channel: Channel;
  readonly data: unknown;
  /** The command's name. */
  readonly name?: string;
  /** The message whose control was used, or whose control opened the form. */
  readonly from?: string;
};

/** What came of an interaction, as the people's side hears of it. */
export type Got = Outcome & { readonly suggestions?: readonly Suggestion[] };

/** One interaction from the moment it is sent, with what has become of it. */
export type Pending = Omit<Sending, 'data'> & {
  readonly id: string;
  readonly token: string;
  readonly sentAt: number;
  state: 'waiting' | 'answered' | 'dead';
  /** The message that `@original` means. */
  original?: string;
  /** Takes the first thing that comes of it and is deaf afterwards. */
  settle(got: Omit<Got, 'ms' | 'interaction'>): void;
  /** Gives it this long from now before the person gets `otherwise`. */
  within(ms: number, otherwise: Omit<Got, 'ms' | 'interaction'>): void;
};

/** How long people and Discord wait, in milliseconds. */
export type Waits = { readonly deadline: number; readonly patience: number; readonly quiet: number };

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

  const open = (token: string) => {
    const pending = byToken.get(token);
    if (pending?.state !== 'answered') throw new Problem(10015);
    if (world.now() - pending.sentAt > lifetime) throw new Problem(50027);
    return pending;
  };

  const edit = (pending: Pending, message: ShownMessage, body: unknown, at?: readonly string[]) => {
    const next = revise(world, message, body, at);
    pending.settle(isLoading(message) ? { message: next } : { message: next, edited: true });
    return next;
  };

  return {
    send(sending) {
      const { data, ...rest } = sending;
      const { promise, resolve } = Promise.withResolvers<Got>();
      const began = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const pending: Pending = {
        ...rest,
        id: world.snowflake(),
        token: randomBytes(48).toString('base64url'),
        sentAt: world.now(),
        state: 'waiting',
        settle(got) {
          clearTimeout(timer);
          resolve({ interaction: pending.id, ms: performance.now() - began, ...got });
        },
        within(ms, otherwise) {
          clearTimeout(timer);
          timer = setTimeout(() => {
            if (pending.state === 'waiting') pending.state = 'dead';
            pending.settle(otherwise);
          }, ms);
        },
      };
      byToken.set(pending.token, pending);
      pending.within(waits.deadline, unanswered);
      const told = payload(world, pending, data);
      gateway.dispatch(GatewayDispatchEvents.InteractionCreate, () => told);
      return promise;
    },

    answer(id, token, body) {
      const pending = byToken.get(token);
      if (pending?.id !== id || pending.state === 'dead') throw new Problem(10062);
      if (pending.state === 'waiting' && world.now() - pending.sentAt > waits.deadline)
        throw new Problem(10062);
      const { type, data } = callbackBody(body, pending.type, pending.from);
      const once = () => {
        if (pending.state !== 'waiting') throw new Problem(40060);
        pending.state = 'answered';
      };
      const message = respond(world, pending, type, data, once, edit, waits);
      return {
        interaction: {
          id,
          type: pending.type,
          ...(message && {
            response_message_id: message.id,
            response_message_loading: isLoading(message),
            response_message_ephemeral: (message.flags & MessageFlags.Ephemeral) !== 0,
          }),
        },
        ...(message && { resource: { type, message: apiMessage(world, message) } }),
      };
    },

    followUp(token, body) {
      const pending = open(token);
      const original = world.messages.get(pending.original ?? '');
      // Discord still takes the first follow-up to a deferred answer for that answer.
      if (original && isLoading(original)) return edit(pending, original, body);
      const message = reply(world, pending, messageBody(body));
      pending.settle({ message });
      return message;
    },
    find: (token, message) => named(world, open(token), message),
    edit(token, message, body) {
      const pending = open(token);
      return edit(pending, named(world, pending, message), body);
    },
    remove(token, message) {
      const pending = open(token);
      remove(world, named(world, pending, message));
      pending.settle({});
    },
    close() {
      for (const pending of byToken.values()) pending.settle(unanswered);
    },
  };
}

function respond(
  world: World,
  pending: Pending,
  type: Answer,
  data: unknown,
  once: () => void,
  edit: (pending: Pending, message: ShownMessage, body: unknown, at: readonly string[]) => ShownMessage,
  waits: Waits,
): ShownMessage | undefined {
  switch (type) {
    case Answer.ChannelMessageWithSource: {
      const body = messageBody(data, ['data']);
      once();
      const message = reply(world, pending, body);
      pending.original = message.id;
      pending.settle({ message });
      return message;
    }
    case Answer.DeferredChannelMessageWithSource: {
      const flags = (deferredFlags(data) & MessageFlags.Ephemeral) | MessageFlags.Loading;
      once();
      const message = reply(world, pending, { content: '', embeds: [], components: [], flags });
      pending.original = message.id;
      pending.within(waits.patience, unanswered);
      return message;
    }
    case Answer.DeferredMessageUpdate:
      once();
      if (pending.from !== undefined) pending.original = pending.from;
      pending.within(waits.quiet, {});
      return world.messages.get(pending.from ?? '');
    case Answer.UpdateMessage: {
      const before = world.messages.get(pending.from ?? '');
      if (!before) throw new Problem(10008);
      messageBody(data, ['data'], before);
      once();
      pending.original = before.id;
      return edit(pending, before, data, ['data']);
    }
    case Answer.ApplicationCommandAutocompleteResult: {
      const suggestions = suggestionsBody(data);
      once();
      pending.settle({ suggestions });
      return undefined;
    }
    case Answer.Modal: {
      const { customId, title, components } = modalBody(data, ['data']);
      once();
      pending.settle({
        form: {
          interaction: pending.id,
          where: pending.channel.where,
          customId,
          title,
          components,
          ...(pending.from !== undefined && { message: pending.from }),
        },
      });
      return undefined;
    }
    default:
      throw new Problem(50035);
  }
}
