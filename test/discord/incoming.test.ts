import { expect, test } from 'vitest';
import { incoming } from '../../src/discord/incoming.ts';

const base = { id: '1', token: 'a-token', application_id: '2', version: 1, locale: 'hi' };
const inServer = {
  ...base,
  guild_id: '9',
  guild_locale: 'en-GB',
  member: { user: { id: '5' }, permissions: '32', roles: ['7'] },
};
const chat = { id: '3', name: 'ask', type: 1, options: [{ name: 'question', type: 3, value: 'why' }] };

test('a command from a server comes with the rights that Discord sent along', () => {
  expect(incoming({ ...inServer, type: 2, data: chat })).toEqual({
    id: '1',
    token: 'a-token',
    application: '2',
    asker: { id: '5', name: '', permissions: 32n, roles: ['7'] },
    guild: '9',
    locale: 'hi',
    guildLocale: 'en-GB',
    is: 'command',
    name: 'ask',
    typed: new Map([['question', 'why']]),
  });
});

test('in a direct message nobody has any rights', () => {
  const read = incoming({ ...base, user: { id: '5' }, type: 2, data: chat });
  expect(read?.asker).toEqual({ id: '5', name: '', permissions: 0n, roles: [] });
  expect(read?.guild).toBeUndefined();
});

test('a subcommand is read as one name, with its own options', () => {
  const data = {
    id: '3',
    name: 'fact',
    type: 1,
    options: [{ name: 'add', type: 1, options: [{ name: 'text', type: 3, value: 'x' }] }],
  };
  expect(incoming({ ...inServer, type: 2, data })).toMatchObject({
    name: 'fact add',
    typed: new Map([['text', 'x']]),
  });
});

test('autocomplete says which option is being typed', () => {
  const data = { ...chat, options: [{ name: 'question', type: 3, value: 'wh', focused: true }] };
  expect(incoming({ ...inServer, type: 4, data })).toMatchObject({ is: 'suggestion', focused: 'question' });
});

test('a press tells whether the message was for one person alone', () => {
  const data = { custom_id: 'say:0::ask:x', component_type: 2 };
  expect(incoming({ ...inServer, type: 3, data, message: { flags: 64 } })).toMatchObject({
    is: 'press',
    onPrivate: true,
  });
  expect(incoming({ ...inServer, type: 3, data, message: {} })).toMatchObject({
    is: 'press',
    onPrivate: false,
  });
});

test('a select tells what was chosen', () => {
  const data = { custom_id: 'step:0::x', component_type: 3, values: ['a', 'b\u202E'] };
  expect(incoming({ ...inServer, type: 3, data, message: {} })).toMatchObject({
    is: 'choice',
    chosen: ['a', 'b'],
    onMessage: true,
  });
});

const form = (...components: readonly object[]) => ({
  ...inServer,
  type: 5,
  data: { custom_id: 'step:0::x', components: components.map((component) => ({ type: 18, component })) },
});

test('a form comes tidied: composed, line by line, without what cannot be seen', () => {
  const words = { type: 4, custom_id: 'words', value: ' Cafe\u0301\u0000\u200B \u202Eis\n\n  open\u0007 ' };
  expect(incoming(form(words, { type: 3, custom_id: 'kind', values: ['a'] }))).toMatchObject({
    is: 'form',
    customId: 'step:0::x',
    onMessage: false,
    filled: new Map([
      ['words', ['Café is', 'open']],
      ['kind', ['a']],
    ]),
  });
});

test.each([
  ['too many fields', form(...Array(6).fill({ type: 4, custom_id: 'a', value: '' }))],
  ['a field of another kind', form({ type: 19, custom_id: 'a', values: [] })],
  ['more than a field holds', form({ type: 4, custom_id: 'a', value: 'x'.repeat(4001) })],
])('a form with %s is none of ours', (_, payload) => {
  expect(incoming(payload)?.is).toBe('unknown');
});

test.each([
  ['a type that does not exist yet', { ...inServer, type: 99 }],
  ['a user command', { ...inServer, type: 2, data: { ...chat, type: 2 } }],
  ['a command without a name', { ...inServer, type: 2, data: { type: 1 } }],
  ['a press without an id', { ...inServer, type: 3, data: {} }],
  ['a form of nothing', { ...inServer, type: 5, data: {} }],
])('%s can still be answered, as something the bot cannot do', (_, payload) => {
  expect(incoming(payload)).toMatchObject({ is: 'unknown', id: '1', token: 'a-token' });
});

test.each([
  ['nothing', undefined],
  ['text', 'interaction'],
  ['no id', { ...inServer, id: undefined, type: 2, data: chat }],
  ['no token', { ...inServer, token: undefined, type: 2, data: chat }],
  ['nobody', { ...base, type: 2, data: chat }],
  [
    'rights that are no number',
    { ...inServer, member: { user: { id: '5' }, permissions: 'all', roles: [] }, type: 2 },
  ],
])('%s is no interaction', (_, payload) => {
  expect(incoming(payload)).toBeUndefined();
});
