import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  Options,
  type REST,
  type User,
} from 'discord.js';
import { GatewayDispatchEvents, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { refuse } from '../refusal.ts';
import { answering, writing } from './asking/tell-waiting.ts';
import { apology } from './attempt.ts';
import { deliver, type Line } from './deliver.ts';
import type { House } from './house.ts';
import { incoming } from './incoming.ts';
import { listen, newMessage, type Posting } from './listen.ts';
import { answerMention } from './mention.ts';
import { brokenBook } from './moderators/alarm.ts';
import { audited } from './moderators/audit.ts';
import { keyOf, type Rounds, rounds } from './rounds.ts';
import { speaking } from './speak.ts';
import { unanswered } from './unanswered.ts';

/** Discord waits three seconds for a first answer: an attempt of 2.5 s, and one more, which is in time where the first failed early. */
export const restOptions = { timeout: 2500, retries: 1, invalidRequestWarningInterval: 100 };

/** How long a stop waits for answers that are on their way. */
const DRAIN = 5000;

export type Connection = {
  readonly user: string;
  /** Resolves, with a sentence for the operator, where Discord ends the connection and will take no other. */
  readonly ended: Promise<string>;
  /** Says at once whatever is due to be said unasked. */
  readonly round: () => Promise<void>;
  /** Tells the moderators' channel what is wrong with the files of the story, each a sentence. */
  readonly alarm: (faults: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type Door = {
  readonly token: string;
  /** Another root than Discord's own, as `https://discord.com/api`. */
  readonly api: string | undefined;
  /** Whether to answer mentions and direct messages, which takes two (unprivileged) intents; commands need none. */
  readonly mentions: boolean;
  readonly log: (line: string) => void;
};

/** Opens the gateway and answers until stopped. Refuses, in a sentence, where Discord does not take the token. */
export const connect = async (indoors: House, { token, api, mentions, log }: Door): Promise<Connection> => {
  const client = new Client(clientOptions({ api, mentions }));
  const speak = speaking(client.rest, log);
  const tell: Posting = async (message, key) => {
    const channel = indoors.editing?.channel;
    // What was done is done, and can be found with a command: nothing fails because it could not be told.
    if (channel !== undefined && (await speak(channel, message, key)) !== 'said')
      log("The moderators' channel could not be told: is MODERATOR_CHANNEL right?");
  };
  const { editing } = indoors;
  let round: Rounds['go'] = async () => {};
  const house: House = {
    ...indoors,
    speak,
    editing: editing && { ...editing, desk: answering(audited(editing.desk, tell), () => void round()) },
  };
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
  // It comes only where discord.js knows that no new connection would be taken.
  const ended = new Promise<string>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) =>
      resolve(`Discord closed the connection for good (code ${code}). Is DISCORD_TOKEN still right?`),
    );
  });

  const line: Line = {
    post: (route, body) => client.rest.post(route, { body, auth: false }),
    patch: (route, body) => client.rest.patch(route, { body, auth: false }),
  };

  const answer = async (payload: unknown): Promise<void> => {
    const asked = incoming(payload);
    if (asked === undefined) return log('Discord sent an interaction that could not be read');
    try {
      await deliver(line, asked, () => listen(house, asked, tell));
    } catch (error) {
      if (isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return;
      if (isCode(error, RESTJSONErrorCodes.UnknownInteraction))
        return log('An answer came too late for Discord');
      const id = house.report(error, []);
      if (!isCode(error, RESTJSONErrorCodes.InvalidFormBodyOrContentType) || asked.is === 'suggestion')
        return;
      const sorry = newMessage({ message: apology(id), isPrivate: true }, true);
      const { id: of, token, application } = asked;
      await line.post(Routes.interactionCallback(of, token), sorry).catch((again: unknown) => {
        // It was announced already: the apology is sent beside the announcement.
        if (!isCode(again, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw again;
        return line.post(Routes.webhook(application, token), sorry.data);
      });
    }
  };

  const reply = async (payload: unknown): Promise<void> => {
    const answered = await answerMention(house, client.user?.id ?? '', payload);
    if (answered === undefined) return;
    const say = (body: object) => client.rest.post(Routes.channelMessages(answered.channel), { body });
    try {
      await say(answered.body).catch((error: unknown) => {
        if (!isCode(error, RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory)) throw error;
        const { message_reference: _, ...body } = answered.body;
        return say(body);
      });
    } catch (error) {
      if (error instanceof DiscordAPIError && error.status === 403)
        return log('May not write where it was mentioned');
      house.report(error, []);
    }
  };

  await keepStarts(client.rest.setToken(token)).catch(unanswered);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token).catch(unanswered);
  await ready;
  const unasked = rounds(house, speak, tell, writing(client.rest, speak));
  round = unasked.go;
  void round();
  return {
    user: client.user?.tag ?? '',
    ended,
    round: unasked.go,
    alarm: (faults) => {
      const message = brokenBook(faults);
      return tell(message, keyOf(message));
    },
    stop: async () => {
      isOpen = false;
      await Promise.race([
        Promise.allSettled([...underway, unasked.end()]),
        new Promise((resolve) => setTimeout(resolve, DRAIN).unref()),
      ]);
      await client.destroy();
    },
  };
};

/** How we use discord.js: it asks for no more than is needed, never pings, gives up in time, and remembers nobody. */
export const clientOptions = ({ api, mentions }: Pick<Door, 'api' | 'mentions'>): ClientOptions => ({
  intents: mentions ? [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages] : [],
  allowedMentions: { parse: [], repliedUser: false },
  makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, UserManager: onlyItself }),
  rest: { ...restOptions, ...(api === undefined ? {} : { api }) },
});

/** discord.js would keep everybody who ever asked: for nothing, and against what the bot says of itself. */
const onlyItself = { maxSize: 0, keepOverLimit: (user: User) => user.id === user.client.user?.id };

const isCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;

/** Discord resets the token of a bot that starts a thousand times a day: a loop of crashes must end before that. */
const FEWEST_STARTS = 20;

const startLimit = z.object({
  session_start_limit: z.object({ remaining: z.number(), reset_after: z.number() }),
});

const keepStarts = async (rest: REST): Promise<void> => {
  const { data } = startLimit.safeParse(await rest.get(Routes.gatewayBot()));
  if (data === undefined) return refuse('What answers at DISCORD_API_URL is not Discord.');
  const { remaining, reset_after: wait } = data.session_start_limit;
  if (remaining < FEWEST_STARTS)
    return refuse(
      `Discord allows only ${remaining} more starts for the next ${Math.ceil(wait / 60_000)} minutes: too few to risk one.`,
    );
};
