import {
  type APIInteractionResponse,
  InteractionResponseType as Kind,
  MessageFlags,
  type RESTPostAPIWebhookWithTokenJSONBody,
  Routes,
} from 'discord-api-types/v10';
import { opening, steps } from './editing/steps.ts';
import type { Incoming } from './incoming.ts';
import { readPress } from './press.ts';
import { message } from './render/message.ts';

/** As much of Discord's REST as an answer needs; neither call carries the bot's token. */
export type Line = {
  readonly post: (route: `/${string}`, body: object) => Promise<unknown>;
  readonly patch: (route: `/${string}`, body: object) => Promise<unknown>;
};

/** How long an answer may take before Discord is told that it is coming, which must happen within three seconds. */
const PATIENCE = 1200;

/**
 * Gives Discord the answer to what it brought: at once, or, where it takes a while, in place of "thinking". What is known
 * to take long is announced before it is begun: a story that is being judged keeps everything else waiting.
 */
export const deliver = async (
  line: Line,
  asked: Incoming,
  answer: () => Promise<APIInteractionResponse>,
  patience = PATIENCE,
): Promise<void> => {
  const callback = Routes.interactionCallback(asked.id, asked.token);
  if (isLong(asked)) {
    const announced = announcement(asked) ?? thinking;
    await line.post(callback, announced);
    return follow(line, asked, announced, await answer());
  }
  const answered = answer();
  const first = await Promise.race([answered, pause(patience)]);
  const announced = first === undefined ? announcement(asked) : undefined;
  if (announced === undefined) return void (await line.post(callback, await answered));
  await line.post(callback, announced);
  await follow(line, asked, announced, await answered);
};

/** Whether the story is judged for it: for every step of a moderator that does more than open a form. */
const isLong = (asked: Incoming): boolean => {
  if (asked.is !== 'press' && asked.is !== 'choice' && asked.is !== 'form') return false;
  const pressed = readPress(asked.customId);
  return pressed?.manner === 'step' && steps.has(pressed.command) && !opening.has(pressed.command);
};

/** A new message under "thinking" takes its place; beside a message that was to change, it is sent for itself. */
const follow = async (
  line: Line,
  { application, token }: Incoming,
  announced: APIInteractionResponse,
  answer: APIInteractionResponse,
): Promise<void> => {
  const body = bodyOf(answer);
  const isBeside = announced.type === Kind.DeferredMessageUpdate && answer.type !== Kind.UpdateMessage;
  if (isBeside) return void (await line.post(Routes.webhook(application, token), body));
  const { flags = 0, ...rest } = body;
  await line.patch(Routes.webhookMessage(application, token, '@original'), {
    ...rest,
    flags: flags & ~MessageFlags.Ephemeral,
  });
};

/** A form opens only as a first answer: whoever waited too long for one is told to press again. */
const bodyOf = (answer: APIInteractionResponse): RESTPostAPIWebhookWithTokenJSONBody => {
  if (answer.type === Kind.ChannelMessageWithSource || answer.type === Kind.UpdateMessage)
    return (answer.data ?? {}) as RESTPostAPIWebhookWithTokenJSONBody;
  const late = message({ texts: ['That took too long to open. Nothing was changed; try it again.'] });
  return { ...late, flags: late.flags | MessageFlags.Ephemeral };
};

/** What a moderator does is announced to the moderator alone; suggestions cannot be announced at all. */
const announcement = (asked: Incoming): APIInteractionResponse | undefined => {
  switch (asked.is) {
    case 'suggestion':
      return undefined;
    case 'press':
    case 'choice':
    case 'form':
      return asked.onMessage && readPress(asked.customId)?.manner === 'step'
        ? { type: Kind.DeferredMessageUpdate }
        : thinking;
    default:
      return thinking;
  }
};

const thinking = {
  type: Kind.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
} as const;

const pause = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(resolve, ms, undefined).unref());
