import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { expect, test } from 'vitest';
import { readConfig, settings } from '../src/config.ts';

const names = Object.keys(settings.shape);
const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
const token = 'canary.token.of-the-bot';

test('.env.example holds the settings that there are, and no other', () => {
  expect(Object.keys(parse(example)).toSorted()).toEqual(names.toSorted());
});

test('each of them is explained by a comment above it', () => {
  const lines = example.split('\n');
  const explained = names.filter((name) => {
    const above = lines[lines.findIndex((line) => line.startsWith(`${name}=`)) - 1];
    return /^# \S.{20,}/.test(above ?? '');
  });
  expect(explained).toEqual(names);
});

test('.env.example as it stands means the same as nothing at all, and holds no token', () => {
  expect(readConfig(parse(example))).toEqual(readConfig({}));
  expect(parse(example)).toMatchObject({ DISCORD_TOKEN: '' });
});

const defaults = {
  token: undefined,
  devGuild: undefined,
  api: undefined,
  mentions: true,
  knowledge: 'knowledge',
  commands: 'commands',
  data: 'data',
  database: undefined,
  reviewers: 1,
  homes: [],
  moderatorRoles: [],
  moderatorChannel: undefined,
};

test('without a setting there is a default for each', () => {
  expect(readConfig({})).toEqual({ config: defaults });
});

test.each([
  [{ DISCORD_TOKEN: token }, { token }],
  [{ DISCORD_TOKEN: `  ${token}\n` }, { token }],
  [{ DISCORD_TOKEN: '   ' }, { token: undefined }],
  [{ DISCORD_DEV_GUILD_ID: '12345678901234567' }, { devGuild: '12345678901234567' }],
  [{ DISCORD_API_URL: 'http://127.0.0.1:8080/api//' }, { api: 'http://127.0.0.1:8080/api' }],
  [{ MENTIONS: 'off' }, { mentions: false }],
  [{ MENTIONS: '' }, { mentions: true }],
  [
    { KNOWLEDGE_DIR: 'test/stories/x', COMMANDS_DIR: '/srv/c' },
    { knowledge: 'test/stories/x', commands: '/srv/c' },
  ],
  [{ DATA_DIR: '/var/lib/record' }, { data: '/var/lib/record' }],
  [{ DATABASE_URL: 'postgres://me:secret@db/record' }, { database: 'postgres://me:secret@db/record' }],
  [{ REVIEWERS: '0' }, { reviewers: 0 }],
  [
    { HOME_GUILDS: '12345678901234567, 22345678901234567' },
    { homes: ['12345678901234567', '22345678901234567'] },
  ],
  [{ MODERATOR_ROLES: '12345678901234567' }, { moderatorRoles: ['12345678901234567'] }],
  [{ MODERATOR_CHANNEL: '12345678901234567' }, { moderatorChannel: '12345678901234567' }],
  [{ PATH: '/bin', KNOWLEDGE: 'typo' }, {}],
])('%o is read as %o', (environment, config) => {
  expect(readConfig(environment)).toEqual({ config: { ...defaults, ...config } });
});

test.each([
  ['DISCORD_TOKEN', 'two words', 'must be one word without spaces: copy it from the developer portal'],
  ['DISCORD_DEV_GUILD_ID', 'my server', 'must be the id of a server: 17 to 20 digits'],
  ['DISCORD_DEV_GUILD_ID', '1234', 'must be the id of a server: 17 to 20 digits'],
  ['DISCORD_API_URL', 'discord.com', 'must be an http or https address, such as https://discord.com/api'],
  [
    'DISCORD_API_URL',
    'file:///etc/passwd',
    'must be an http or https address, such as https://discord.com/api',
  ],
  ['MENTIONS', 'yes', 'must be "on" or "off"'],
  ['MENTIONS', 'ON', 'must be "on" or "off"'],
  ['DATABASE_URL', 'mysql://me@db/record', 'must be the address of a PostgreSQL database: postgres://…'],
  ['REVIEWERS', '2', 'must be 0 or 1'],
  [
    'HOME_GUILDS',
    '12345678901234567,home',
    'must be ids of servers: 17 to 20 digits each, with commas between',
  ],
  ['MODERATOR_ROLES', 'mods', 'must be ids of roles: 17 to 20 digits each, with commas between'],
  ['MODERATOR_CHANNEL', '#mods', 'must be the id of a channel: 17 to 20 digits'],
])('%s cannot be "%s"', (name, value, why) => {
  expect(readConfig({ [name]: value })).toEqual({ problems: [`${name} ${why}.`] });
});

const wrong = {
  DISCORD_TOKEN: `${token} twice ${token}`,
  DISCORD_DEV_GUILD_ID: token,
  DISCORD_API_URL: token,
  MENTIONS: token,
  DATABASE_URL: token,
  REVIEWERS: token,
  HOME_GUILDS: token,
  MODERATOR_ROLES: token,
  MODERATOR_CHANNEL: token,
};

test('all that is wrong is told at once, and no value is repeated: it may be the token', () => {
  const read = readConfig(wrong);
  const problems = 'problems' in read ? read.problems : [];
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual(Object.keys(wrong));
  expect(problems.join('\n')).not.toContain('canary');
});
