import { type APIApplicationCommand, ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Discord, openDiscord } from '../../../src/local/discord/open.ts';
import { call } from './call.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await openDiscord();
});
afterEach(() => discord.close());

const everywhere = () => `/applications/${discord.applicationId}/commands`;
const here = () => `/applications/${discord.applicationId}/guilds/${discord.guildId}/commands`;
const ask = (more: object = {}) => ({ name: 'ask', description: 'Ask anything', ...more });
const text = (name: string, more: object = {}) => ({
  type: Kind.String,
  name,
  description: 'A text',
  ...more,
});
const many = <It>(count: number, make: (n: number) => It) => Array.from({ length: count }, (_, n) => make(n));

test('what comes back has everything that Discord adds', async () => {
  const options = [
    text('question', { required: true, autocomplete: false }),
    text('more', { required: false }),
  ];
  expect(await call(discord, `PUT ${everywhere()}`, [ask({ options })])).toMatchObject({ status: 200 });
  const { body } = await call(discord, `GET ${everywhere()}`);
  expect(body).toEqual([
    {
      id: expect.stringMatching(/^\d{17,20}$/),
      application_id: discord.applicationId,
      version: expect.stringMatching(/^\d{17,20}$/),
      default_member_permissions: null,
      type: 1,
      name: 'ask',
      description: 'Ask anything',
      dm_permission: true,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      options: [
        { type: 3, name: 'question', description: 'A text', required: true },
        { type: 3, name: 'more', description: 'A text' },
      ],
    },
  ]);
});

test('translations come back only when asked for', async () => {
  await call(discord, `PUT ${everywhere()}`, [ask({ description_localizations: { de: 'Frag alles' } })]);
  const { body } = await call(discord, `GET ${everywhere()}?with_localizations=true`);
  expect(body).toMatchObject([{ description_localizations: { de: 'Frag alles' }, name_localizations: null }]);
  const short = await call(discord, `GET ${everywhere()}`);
  expect(short.body).not.toMatchObject([{ description_localizations: expect.anything() }]);
});

test('a version changes only when the command does', async () => {
  const put = async (more: object) => {
    const { body } = await call(discord, `PUT ${everywhere()}`, [ask(more)]);
    return (body as APIApplicationCommand[])[0];
  };
  const first = await put({});
  expect(await put({})).toEqual(first);
  const changed = await put({ description: 'Ask' });
  expect(changed?.id).toBe(first?.id);
  expect(changed?.version).not.toBe(first?.version);
});

test('a command is made, changed by its name or id, and deleted', async () => {
  const made = await call(discord, `POST ${here()}`, ask());
  expect(made).toMatchObject({ status: 201, body: { guild_id: discord.guildId } });
  const { id } = made.body as APIApplicationCommand;
  const again = await call(discord, `POST ${here()}`, ask({ description: 'Ask' }));
  expect(again).toMatchObject({ status: 200, body: { id, description: 'Ask' } });
  const patched = await call(discord, `PATCH ${here()}/${id}`, { description: 'Ask now' });
  expect(patched).toMatchObject({ status: 200, body: { id, name: 'ask', description: 'Ask now' } });
  expect(discord.commands()).toMatchObject([{ id, description: 'Ask now' }]);
  expect(await call(discord, `DELETE ${here()}/${id}`)).toEqual({ status: 204, type: null, body: undefined });
  expect(await call(discord, `GET ${here()}/${id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
});

test('a server has its own commands beside the global ones', async () => {
  await call(discord, `PUT ${everywhere()}`, [ask()]);
  await call(discord, `PUT ${here()}`, [ask({ name: 'fact' })]);
  expect(discord.commands().map((it) => it.name)).toEqual(['ask', 'fact']);
  await call(discord, `PUT ${everywhere()}`, []);
  expect(discord.commands().map((it) => it.name)).toEqual(['fact']);
});

const group = (options: unknown) => ({ type: Kind.SubcommandGroup, name: 'a', description: 'x', options });
const sub = (name: string, options: unknown = []) => ({
  type: Kind.Subcommand,
  name,
  description: 'x',
  options,
});
const big = { choices: many(25, (n) => ({ name: `${n}`.padEnd(100, 'x'), value: `${n}`.padEnd(100, 'x') })) };

const wrong: [what: string, at: string, code: string, body: object][] = [
  ['no name', 'name', 'BASE_TYPE_REQUIRED', { description: 'x' }],
  ['a name with capitals', 'name', 'APPLICATION_COMMAND_INVALID_NAME', ask({ name: 'Ask' })],
  ['a name with a blank', 'name', 'APPLICATION_COMMAND_INVALID_NAME', ask({ name: 'a b' })],
  ['a name of 33 characters', 'name', 'BASE_TYPE_BAD_LENGTH', ask({ name: 'x'.repeat(33) })],
  [
    'a description of 101 characters',
    'description',
    'BASE_TYPE_BAD_LENGTH',
    ask({ description: 'x'.repeat(101) }),
  ],
  [
    'a description in no known language',
    'description_localizations',
    'BASE_TYPE_INVALID',
    ask({ description_localizations: { xx: 'x' } }),
  ],
  ['26 options', 'options', 'BASE_TYPE_MAX_LENGTH', ask({ options: many(26, (n) => text(`o${n}`)) })],
  [
    'two options of one name',
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ask({ options: [text('a'), text('a')] }),
  ],
  [
    'a required option after an optional one',
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ask({ options: [text('a'), text('b', { required: true })] }),
  ],
  [
    'the same inside a sub-command',
    'options.0.options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ask({ options: [sub('s', [text('a'), text('b', { required: true })])] }),
  ],
  [
    'an option of no known kind',
    'options.0',
    'UNION_TYPE_CHOICES',
    ask({ options: [text('a', { type: 99 })] }),
  ],
  [
    'a sub-command beside a plain option',
    'options',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ask({ options: [sub('s'), text('a')] }),
  ],
  ['a group in a group', 'options.0.options.0', 'UNION_TYPE_CHOICES', ask({ options: [group([group([])])] })],
  [
    '26 choices',
    'options.0.choices',
    'BASE_TYPE_MAX_LENGTH',
    ask({ options: [text('a', { choices: many(26, (n) => ({ name: `${n}`, value: `${n}` })) })] }),
  ],
  [
    'choices and suggestions at once',
    'options.0.choices',
    'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
    ask({ options: [text('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
  ],
  [
    'a length over 6000',
    'options.0.max_length',
    'NUMBER_TYPE_MAX',
    ask({ options: [text('a', { max_length: 6001 })] }),
  ],
  ['a context that there is not', 'contexts.0', 'BASE_TYPE_CHOICES', ask({ contexts: [9] })],
  [
    'permissions that are no number',
    'default_member_permissions',
    'STRING_TYPE_REGEX',
    ask({ default_member_permissions: 'ManageGuild' }),
  ],
  [
    'more than 8000 characters in all',
    '',
    'APPLICATION_COMMAND_TOO_LARGE',
    ask({ options: [text('a', big), text('b', big)] }),
  ],
];
test.each(wrong)('refuses a command with %s', async (_, at, code, body) => {
  const answer = await call(discord, `POST ${everywhere()}`, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  const path = at === '' ? [] : at.split('.');
  expect(answer.body).toHaveProperty(['errors', ...path, '_errors', '0', 'code'], code);
  const inList = await call(discord, `PUT ${everywhere()}`, [body]);
  expect(inList.body).toHaveProperty(['errors', '0', ...path, '_errors', '0', 'code'], code);
  expect(discord.commands()).toEqual([]);
});

test('refuses two commands of one name', async () => {
  const { body } = await call(discord, `PUT ${everywhere()}`, [ask(), ask()]);
  expect(body).toHaveProperty(['errors', '1', '_errors', '0', 'code'], 'APPLICATION_COMMANDS_DUPLICATE_NAME');
});

test('refuses the 101st command', async () => {
  const named = (n: number) => ask({ name: `ask-${n}` });
  expect(await call(discord, `PUT ${everywhere()}`, many(101, named))).toMatchObject({
    body: { code: 30032 },
  });
  expect(await call(discord, `PUT ${everywhere()}`, many(100, named))).toMatchObject({ status: 200 });
  expect(await call(discord, `POST ${everywhere()}`, named(100))).toMatchObject({ body: { code: 30032 } });
});

test('refuses the 201st new command of a day', async () => {
  const batch = (day: number) => many(100, (n) => ask({ name: `ask-${day}-${n}` }));
  await call(discord, `PUT ${everywhere()}`, batch(1));
  await call(discord, `PUT ${everywhere()}`, batch(2));
  expect(await call(discord, `PUT ${everywhere()}`, batch(2))).toMatchObject({ status: 200 });
  expect(await call(discord, `PUT ${everywhere()}`, batch(3))).toMatchObject({ body: { code: 30034 } });
});

test('refuses what is published for another application or a strange server', async () => {
  expect(await call(discord, 'GET /applications/1/commands')).toMatchObject({
    status: 403,
    body: { code: 20012 },
  });
  const strange = `GET /applications/${discord.applicationId}/guilds/1/commands`;
  expect(await call(discord, strange)).toMatchObject({ status: 403, body: { code: 50001 } });
});
