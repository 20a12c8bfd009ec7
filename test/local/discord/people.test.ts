import {
  InteractionResponseType as Answer,
  type APIInteraction,
  InteractionContextType,
  ApplicationCommandOptionType as Kind,
  PermissionFlagsBits,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, openDiscord, type Typed } from '../../../src/local/discord/open.ts';
import { bot, publish } from './bot.ts';

let discord: Discord;
let close: () => Promise<void>;
let asked: APIInteraction[] = [];
beforeEach(async () => {
  discord = await openDiscord({ guildLocale: 'de', deadline: 500 });
  asked = [];
  const client = await bot(discord, (it, reply) => {
    asked.push(it);
    return reply(Answer.ChannelMessageWithSource, { content: 'yes', components: controls });
  });
  close = () => client.destroy().then(() => discord.close());
  await publish(client, commands);
});
afterEach(() => close());

const described = { description: 'x' };
const commands = [
  {
    name: 'ask',
    ...described,
    options: [
      { type: Kind.String, name: 'question', ...described, required: true, min_length: 2, max_length: 5 },
      { type: Kind.Integer, name: 'count', ...described, min_value: 1, max_value: 3 },
      { type: Kind.String, name: 'tone', ...described, choices: [{ name: 'Dry', value: 'dry' }] },
      { type: Kind.Boolean, name: 'hide', ...described },
    ],
  },
  {
    name: 'fact',
    ...described,
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    options: [
      {
        type: Kind.Subcommand,
        name: 'add',
        ...described,
        options: [{ type: Kind.String, name: 'id', ...described }],
      },
      {
        type: Kind.SubcommandGroup,
        name: 'source',
        ...described,
        options: [{ type: Kind.Subcommand, name: 'list', ...described }],
      },
    ],
  },
  { name: 'owners', ...described, default_member_permissions: '0' },
];
const controls = [
  {
    type: 1,
    components: [
      { type: 2, style: 1, custom_id: 'on', label: 'On' },
      { type: 2, style: 1, custom_id: 'off', label: 'Off', disabled: true },
    ],
  },
  {
    type: 1,
    components: [
      {
        type: 3,
        custom_id: 'pick',
        max_values: 2,
        options: ['a', 'b', 'c'].map((value) => ({ label: value, value })),
      },
    ],
  },
];

const mistakes: [line: string, options: Typed, says: string][] = [
  ['nothing', {}, '/nothing is not a command that mia has here'],
  ['ask', {}, '/ask needs the option question'],
  ['ask', { question: 'a' }, '/ask question: is shorter than 2'],
  ['ask', { question: 'abcdef' }, '/ask question: is longer than 5'],
  ['ask', { question: 7 }, '/ask question: is a text'],
  ['ask', { question: 'abc', count: 4 }, '/ask count: is more than 3'],
  ['ask', { question: 'abc', count: 1.5 }, '/ask count: is a whole number'],
  ['ask', { question: 'abc', tone: 'wet' }, '/ask tone: wet is not among the choices'],
  ['ask', { question: 'abc', hide: 'yes' }, '/ask hide: is true or false'],
  ['ask', { question: 'abc', colour: 'red' }, '/ask has no option colour'],
  ['fact add', {}, '/fact is not a command that mia has here'],
  ['owners', {}, '/owners is not a command that mia has here'],
];
test.each(mistakes)('the client does not send /%s %j', async (line, options, says) => {
  await expect(discord.join({ name: 'mia' }).command(line, options)).rejects.toThrow(says);
  expect(asked).toEqual([]);
});

test('a forged command is sent all the same', async () => {
  const mia = discord.join({ name: 'mia' });
  await mia.command('ask', { question: 'far too long' }, { forged: true });
  await mia.command('fact add', { id: 'x' }, { forged: true });
  await mia.command('nothing', {}, { forged: true });
  expect(asked.map((it) => it.data)).toEqual([
    {
      id: expect.any(String),
      type: 1,
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'far too long' }],
    },
    {
      id: discord.commands().find((it) => it.name === 'fact')?.id,
      type: 1,
      name: 'fact',
      options: [{ name: 'add', type: 1, options: [{ name: 'id', type: 3, value: 'x' }] }],
    },
    { id: expect.any(String), type: 1, name: 'nothing' },
  ]);
});

test('permissions decide what the client offers, from the moment they are given', async () => {
  const leo = discord.join({ name: 'leo', permissions: PermissionFlagsBits.ManageGuild });
  await leo.command('fact source list');
  await expect(leo.command('fact')).rejects.toThrow('/fact needs one of: add, source');
  await expect(leo.command('fact remove')).rejects.toThrow('there is no sub-command remove');
  await expect(leo.command('fact add', {}, { where: 'dm' })).rejects.toThrow('not a command');
  leo.becomes({ permissions: 0n });
  await expect(leo.command('fact add')).rejects.toThrow('not a command');
  leo.becomes({ permissions: PermissionFlagsBits.Administrator });
  await leo.command('owners');
});

test('what arrives from a server is whole', async () => {
  const roles = ['1234567890123456789'];
  const mia = discord.join({ name: 'mia', roles, locale: 'fr' });
  await mia.command('ask', { question: 'why', hide: true });
  const user = { id: mia.id, username: 'mia', global_name: 'mia', discriminator: '0', avatar: null };
  expect(asked[0]).toMatchObject({
    type: 2,
    version: 1,
    application_id: discord.applicationId,
    token: expect.stringMatching(/^[\w-]{40,}$/),
    guild_id: discord.guildId,
    guild: { id: discord.guildId, locale: 'de' },
    guild_locale: 'de',
    locale: 'fr',
    channel_id: discord.channels.general,
    channel: { id: discord.channels.general, type: 0, name: 'general' },
    context: 0,
    authorizing_integration_owners: { 0: discord.guildId },
    app_permissions: expect.stringMatching(/^\d+$/),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    member: { roles, permissions: expect.stringMatching(/^\d+$/), user },
    data: {
      type: 1,
      name: 'ask',
      options: [
        { name: 'question', type: 3, value: 'why' },
        { name: 'hide', type: 5, value: true },
      ],
    },
  });
  expect(asked[0]).not.toHaveProperty('user');
});

test('what arrives from a private talk is whole', async () => {
  const mia = discord.join({ name: 'mia' });
  const { message } = await mia.command('ask', { question: 'why' }, { where: 'dm' });
  expect(asked[0]).toMatchObject({
    user: { id: mia.id },
    context: 1,
    channel: { type: 1, recipients: [{ id: mia.id }] },
    authorizing_integration_owners: { 0: '0' },
  });
  for (const field of ['member', 'guild', 'guild_id', 'guild_locale'])
    expect(asked[0]).not.toHaveProperty(field);
  expect(message?.where).toBe('dm');
});

test('what arrives from another server says which', async () => {
  const owner = discord.join({ name: 'zoe', permissions: PermissionFlagsBits.Administrator });
  await owner.command('ask', { question: 'why' }, { where: 'elsewhere' });
  expect(asked[0]).toMatchObject({ guild_id: discord.elsewhereId, channel_id: discord.channels.elsewhere });
  expect(BigInt(asked[0]?.member?.permissions ?? 0) & PermissionFlagsBits.BanMembers).not.toBe(0n);
});

test('a press brings the message it was made on, with what that message answered', async () => {
  const mia = discord.join({ name: 'mia' });
  const { message, interaction } = await mia.command('ask', { question: 'why' });
  if (!message) throw new Error('no message');
  await mia.press(message, 'on');
  await mia.choose(message, 'pick', ['a', 'c']);
  expect(asked.slice(1)).toMatchObject([
    { type: 3, data: { component_type: 2, custom_id: 'on', id: 2 } },
    { type: 3, data: { component_type: 3, custom_id: 'pick', values: ['a', 'c'] } },
  ]);
  for (const it of asked.slice(1)) {
    expect(it.message).toMatchObject({
      id: message.id,
      type: 20,
      content: 'yes',
      author: { id: discord.applicationId },
      interaction_metadata: { id: interaction, type: 2, user: { id: mia.id } },
    });
  }
});

test('the client has nothing to press where there is nothing', async () => {
  const mia = discord.join({ name: 'mia' });
  const leo = discord.join({ name: 'leo' });
  const { message } = await mia.command('ask', { question: 'why' });
  if (!message) throw new Error('no message');
  await expect(mia.press(message, 'gone')).rejects.toThrow('The message has no control gone');
  await expect(mia.press(message, 'off')).rejects.toThrow('off is disabled');
  await expect(mia.press(message, 'pick')).rejects.toThrow('pick is not a Button');
  await expect(mia.choose(message, 'pick', [])).rejects.toThrow('pick takes 1 to 2 choices');
  await expect(mia.choose(message, 'pick', ['z'])).rejects.toThrow('pick does not offer z');
  await expect(leo.press({ ...message, id: '1' }, 'on')).rejects.toThrow(
    'The message is not there to be seen',
  );
  await expect(leo.command('ask', { question: 'why' }, { where: 'moderators' })).rejects.toThrow(
    'cannot see',
  );
  await leo.press(message, 'gone', { forged: true });
  expect(asked.at(-1)).toMatchObject({ type: 3, data: { custom_id: 'gone' }, message: { id: message.id } });
});

test('a private message is out of reach of others, unless they forge', async () => {
  const mia = discord.join({ name: 'mia' });
  const { message } = await mia.command('ask', { question: 'why' }, { where: 'dm' });
  if (!message) throw new Error('no message');
  const leo = discord.join({ name: 'leo' });
  await expect(leo.press(message, 'on')).rejects.toThrow('not there to be seen');
});

test('ids are never the same twice and always grow, even when the clock stands', async () => {
  const still = await openDiscord({ now: () => 1_750_000_000_000 });
  const ids = Array.from({ length: 50 }, () => BigInt(still.join({ name: 'mia' }).id));
  expect(ids.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(ids);
  expect(new Set(ids).size).toBe(50);
  await still.close();
});
