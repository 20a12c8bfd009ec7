import {
  type APIInteraction,
  Client,
  GatewayDispatchEvents,
  type InteractionResponseType,
  Routes,
} from 'discord.js';
import type { Discord } from '../../../src/local/discord/open.ts';

/** Answers one interaction through the client's own REST. */
export type Reply = (type: InteractionResponseType, data?: unknown) => Promise<unknown>;

// discord.js waits five seconds between one IDENTIFY and the next.
const buildIdentifyThrottler = () => Promise.resolve({ waitForIdentify: () => Promise.resolve() });

/** A real discord.js client, logged in, which answers every interaction as told. */
export async function bot(
  discord: Discord,
  answer: (asked: APIInteraction, reply: Reply, client: Client<true>) => unknown = () => undefined,
  { intents = 0, retries = 0 } = {},
): Promise<Client<true>> {
  const client = new Client({ intents, rest: { api: discord.api, retries }, ws: { buildIdentifyThrottler } });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, async (asked: APIInteraction) => {
    const route = Routes.interactionCallback(asked.id, asked.token);
    const reply: Reply = (type, data) => client.rest.post(route, { body: { type, data }, auth: false });
    await answer(asked, reply, client as Client<true>);
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(discord.token);
  await discord.connected();
  await ready;
  return client as Client<true>;
}

/** Publishes these commands for every server. */
export function publish(client: Client<true>, commands: readonly object[]): Promise<unknown> {
  return client.rest.put(Routes.applicationCommands(client.application.id), { body: commands });
}
