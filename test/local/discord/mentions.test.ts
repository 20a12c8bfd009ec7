import { GatewayIntentBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Discord, openDiscord } from '../../../src/local/discord/open.ts';
import { bot } from './bot.ts';
import { call } from './call.ts';

let discord: Discord;
let heard: { content: string; author: { id: string } }[] = [];
let stop: () => Promise<void>;
beforeAll(async () => {
  discord = await openDiscord();
  const intents = GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;
  const client = await bot(discord, undefined, { intents });
  client.ws.on('MESSAGE_CREATE' as never, (message: (typeof heard)[number]) => heard.push(message));
  stop = () => client.destroy();
});
afterAll(() => stop().then(() => discord.close()));

const parse = (...kinds: string[]) => ({ parse: kinds });
const all = '<@11> <@!12> <@&13> @everyone @here';
const table: [content: string, allowed: object | undefined, pinged: string[]][] = [
  ['hello', undefined, []],
  [all, undefined, ['11', '12', '13', 'everyone', 'here']],
  [all, {}, ['11', '12', '13', 'everyone', 'here']],
  [all, parse(), []],
  [all, parse('users'), ['11', '12']],
  [all, parse('roles'), ['13']],
  [all, parse('everyone'), ['everyone', 'here']],
  [all, { parse: [], users: ['11', '99'] }, ['11']],
  [all, { parse: ['users'], roles: ['13'] }, ['11', '12', '13']],
  [all, { replied_user: true }, []],
  ['`<@11>` ```@everyone <@12>```', undefined, []],
  ['\\`<@11>\\`', undefined, ['11']],
  ['<@11> and <@11>', undefined, ['11']],
];
test.each(table)('%s with %j pings %j', async (content, allowed_mentions, pinged) => {
  const mia = discord.join({ name: 'mia' });
  const next = mia.next();
  await call(discord, `POST /channels/${discord.channels.general}/messages`, { content, allowed_mentions });
  expect((await next)?.pings).toEqual(pinged);
  const rich = { flags: 32768, components: [{ type: 17, components: [{ type: 10, content }] }] };
  const after = mia.next();
  await call(discord, `POST /channels/${discord.channels.general}/messages`, { ...rich, allowed_mentions });
  expect((await after)?.pings).toEqual(pinged);
});

test('a mention between the code marks of two texts is no code', async () => {
  const mia = discord.join({ name: 'mia' });
  const next = mia.next();
  const components = ['```', '<@11>', '```'].map((content) => ({ type: 10, content }));
  await call(discord, `POST /channels/${discord.channels.general}/messages`, { flags: 32768, components });
  expect((await next)?.pings).toEqual(['11']);
});

test('a reply pings the one it answers, unless told not to', async () => {
  const mia = discord.join({ name: 'mia' });
  await mia.send('hello', { quiet: 1 });
  const message_reference = { message_id: mia.sees().at(-1)?.id };
  const reply = async (more: object) => {
    const next = mia.next();
    const body = { content: 'hi', message_reference, ...more };
    await call(discord, `POST /channels/${discord.channels.general}/messages`, body);
    return (await next)?.pings;
  };
  expect(await reply({})).toEqual([mia.id]);
  expect(await reply({ allowed_mentions: parse() })).toEqual([]);
  expect(await reply({ allowed_mentions: { parse: [], replied_user: true } })).toEqual([mia.id]);
});

test('a bot reads what is said to it, in private or by itself, and hears of the rest without the words', async () => {
  heard = [];
  const mia = discord.join({ name: 'mia' });
  await mia.send('among us', { quiet: 1 });
  await mia.send('to you', { mention: true, quiet: 1 });
  await mia.send('in private', { where: 'dm', quiet: 1 });
  await call(discord, `POST /channels/${discord.channels.general}/messages`, { content: 'by me' });
  await expect.poll(() => heard.length).toBe(4);
  expect(heard.map((it) => it.content)).toEqual([
    '',
    `<@${discord.applicationId}> to you`,
    'in private',
    'by me',
  ]);
});

test('members cannot ping everyone', async () => {
  const mia = discord.join({ name: 'mia' });
  await mia.send('@everyone', { quiet: 1 });
  expect(mia.sees().at(-1)?.pings).toEqual([]);
});

test('a plain message gets the reply that refers to it, or nothing', async () => {
  const mia = discord.join({ name: 'mia' });
  const asked = mia.send('hello?', { quiet: 1000 });
  const message_reference = { message_id: mia.sees().at(-1)?.id };
  await call(discord, `POST /channels/${discord.channels.general}/messages`, { content: 'unrelated' });
  await call(discord, `POST /channels/${discord.channels.general}/messages`, {
    content: 'hello',
    message_reference,
  });
  expect(await asked).toMatchObject({ message: { content: 'hello' } });
  expect(Object.keys(await mia.send('anyone?', { quiet: 5 }))).toEqual(['ms']);
});
