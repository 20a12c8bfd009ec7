import { InteractionResponseType as Answer, Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Discord, openDiscord } from '../../../src/local/discord/open.ts';
import { bot, publish } from './bot.ts';

let discord: Discord;
const clients: Client[] = [];
beforeEach(async () => {
  discord = await openDiscord({ heartbeat: 150 });
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.destroy();
  await discord.close();
});

const echo: Parameters<typeof bot>[1] = (_, reply) =>
  reply(Answer.ChannelMessageWithSource, { content: 'here' });
const ping = [{ name: 'ping', description: 'Are you there?' }];

async function running(answer = echo, settings = {}) {
  const client = await bot(discord, answer, settings);
  clients.push(client);
  await publish(client, ping);
  return client;
}

test('a client that logs in is ready without any intent', async () => {
  const client = await running();
  expect(client.user.id).toBe(discord.applicationId);
  expect([...client.guilds.cache.keys()]).toEqual([discord.guildId, discord.elsewhereId]);
});

test('a client with the Guilds intent hears of the servers and their channels', async () => {
  const client = await running(echo, { intents: GatewayIntentBits.Guilds });
  const guild = client.guilds.cache.get(discord.guildId);
  expect(guild).toMatchObject({ available: true, name: 'Home' });
  expect(guild?.channels.cache.map((it) => it.name)).toEqual(['general', 'moderators']);
});

test('a client with the wrong token is turned away', async () => {
  const client = new Client({ intents: [], rest: { api: discord.api } });
  await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.');
});

test('any event can be told, whatever the intents', async () => {
  const client = await running();
  const told = new Promise((resolve) => client.ws.on('TYPING_START' as never, resolve));
  discord.dispatch('TYPING_START', { user_id: '1' });
  expect(await told).toEqual({ user_id: '1' });
});

const identity = () => ({ token: discord.token, intents: 0, properties: {} });
const turnedAway: [why: string, code: number, frame: () => unknown][] = [
  ['the wrong token', 4004, () => ({ op: 2, d: { ...identity(), token: 'wrong' } })],
  [
    'a privileged intent',
    4014,
    () => ({ op: 2, d: { ...identity(), intents: GatewayIntentBits.MessageContent } }),
  ],
  ['an intent that there is not', 4013, () => ({ op: 2, d: { ...identity(), intents: 2 ** 30 } })],
  ['a second shard', 4010, () => ({ op: 2, d: { ...identity(), shard: [1, 2] } })],
  ['an incomplete IDENTIFY', 4002, () => ({ op: 2, d: {} })],
  ['something else before IDENTIFY', 4003, () => ({ op: 3, d: {} })],
  ['an opcode that there is not', 4001, () => ({ op: 99 })],
  ['what is no frame', 4002, () => 'hello'],
];
test.each(turnedAway)('hangs up on %s', async (_, code, frame) => {
  const socket = new WebSocket(
    `${discord.api.replace('http', 'ws').replace('/api', '')}/gateway?v=10&encoding=json`,
  );
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.once('message', () => socket.send(JSON.stringify(frame())));
  expect(await closed).toBe(code);
});

test('an unknown session cannot be resumed', async () => {
  const socket = new WebSocket(
    `${discord.api.replace('http', 'ws').replace('/api', '')}/gateway?v=10&encoding=json`,
  );
  const frames: unknown[] = [];
  const second = new Promise<void>((resolve) => {
    socket.on('message', (raw) => {
      if (frames.push(JSON.parse(String(raw))) === 2) resolve();
    });
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id: 'x', seq: 1 } }));
  await second;
  expect(frames).toMatchObject([
    { op: 10, d: { heartbeat_interval: 150 } },
    { op: 9, d: false },
  ]);
  socket.close();
});

test('each beginning is counted', async () => {
  discord.disturb({ startsLeft: 5 });
  const client = await running();
  expect(await client.rest.get('/gateway/bot')).toMatchObject({ session_start_limit: { remaining: 4 } });
});
