import { Client, DiscordAPIError, Events, GatewayIntentBits } from 'discord.js';
import { GatewayDispatchEvents, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { House } from './house.ts';
import { incoming } from './incoming.ts';
import { listen } from './listen.ts';
import { answerMention } from './mention.ts';
import { apology } from './perform.ts';
import { unanswered } from './unanswered.ts';

/** Discord waits three seconds for a first answer: one attempt of 2.5 s, and another only where the first failed at once. */
export const restOptions = { timeout: 2500, retries: 1, invalidRequestWarningInterval: 100 };

/** How long a stop waits for answers that are on their way. */
const DRAIN = 5000;

export type Connection = { readonly user: string; readonly stop: () => Promise<void> };

export type Door = {
  readonly token: string;
  /** Another root than Discord's own, as `https://discord.com/api`. */
  readonly api: string | undefined;
  /** Whether to answer mentions and direct messages, which takes two (unprivileged) intents; commands need none. */
  readonly mentions: boolean;
  readonly log: (line: string) => void;
};

/** Opens the gateway and answers until stopped. Refuses, in a sentence, where Discord does not take the token. */
export const connect = async (house: House, { token, api, mentions, log }: Door): Promise<Connection> => {
  const client = new Client({
    intents: mentions ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : [],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { ...restOptions, ...(api === undefined ? {} : { api }) },
  });
  const underway = new Set<Promise<void>>();
  let isOpen = true;
  const track = (work: () => Promise<void>) => {
    if (!isOpen) return;
    const done = work()
      .catch((error: unknown) => void house.report(error, []))
      .finally(() => underway.delete(done));
    underway.add(done);
  };

  // The raw events, because discord.js's own objects lean on a cache that `intents: []` leaves empty.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => track(() => answer(payload)));
  if (mentions)
    client.ws.on(GatewayDispatchEvents.MessageCreate, (payload: unknown) => track(() => reply(payload)));
  client.on(Events.Error, (error) => void house.report(error, []));
  client.on(Events.ShardError, (error) => log(`The connection to Discord failed: ${error.message}`));
  client.on(Events.Invalidated, () => log('Discord ended the session and takes no other: restart the bot.'));

  const answer = async (payload: unknown): Promise<void> => {
    const asked = incoming(payload);
    if (asked === undefined) return log('Discord sent an interaction that could not be read');
    const route = Routes.interactionCallback(asked.id, asked.token);
    try {
      await client.rest.post(route, { body: listen(house, asked), auth: false });
    } catch (error) {
      if (isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return;
      if (isCode(error, RESTJSONErrorCodes.UnknownInteraction))
        return log('An answer came too late for Discord');
      const id = house.report(error, []);
      if (!isCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType) || asked.is === 'suggestion')
        return;
      const data = { ...apology(id), flags: apology(id).flags | 64 };
      await client.rest.post(route, { body: { type: 4, data }, auth: false });
    }
  };

  const reply = async (payload: unknown): Promise<void> => {
    const answered = answerMention(house, client.user?.id ?? '', payload);
    if (answered === undefined) return;
    try {
      await client.rest.post(Routes.channelMessages(answered.channel), { body: answered.body });
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 403)
        return log('May not write where it was mentioned');
      house.report(error, []);
    }
  };

  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token).catch(unanswered);
  await ready;
  return {
    user: client.user?.tag ?? '',
    stop: async () => {
      isOpen = false;
      await Promise.race([
        Promise.allSettled(underway),
        new Promise((resolve) => setTimeout(resolve, DRAIN).unref()),
      ]);
      await client.destroy();
    },
  };
};

const isCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;
