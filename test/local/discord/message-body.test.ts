import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { messageBody } from '../../../src/local/discord/message-body.ts';
import { type Discord, openDiscord } from '../../../src/local/discord/open.ts';
import { BareProblem, Problem } from '../../../src/local/discord/problem.ts';
import { call } from './call.ts';

let discord: Discord;
beforeAll(async () => {
  discord = await openDiscord();
});
afterAll(() => discord.close());

const post = (body: unknown) => call(discord, `POST /channels/${discord.channels.general}/messages`, body);
const patch = (id: string, body: unknown) =>
  call(discord, `PATCH /channels/${discord.channels.general}/messages/${id}`, body);

const v2 = (...components: unknown[]) => ({ flags: MessageFlags.IsComponentsV2, components });
const words = (content: string) => ({ type: ComponentType.TextDisplay, content });
const row = (...components: unknown[]) => ({ type: ComponentType.ActionRow, components });
const box = (...components: unknown[]) => ({ type: ComponentType.Container, components });
const button = (more: object = {}) => ({
  type: ComponentType.Button,
  style: 1,
  label: 'Go',
  custom_id: 'go',
  ...more,
});
const buttons = (count: number) => Array.from({ length: count }, (_, n) => button({ custom_id: `go ${n}` }));
const option = (n: number, more: object = {}) => ({ label: `Option ${n}`, value: `${n}`, ...more });
const menu = (more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'menu',
  options: [option(1), option(2)],
  ...more,
});
const section = (accessory: unknown, ...components: unknown[]) => ({
  type: ComponentType.Section,
  components,
  accessory,
});
const many = (count: number, make: (n: number) => unknown) =>
  Array.from({ length: count }, (_, n) => make(n));

const sound: [what: string, body: unknown][] = [
  ['2000 characters of content', { content: 'x'.repeat(2000) }],
  ['4000 characters in one text display', v2(words('x'.repeat(4000)))],
  ['40 components', v2(...many(40, () => words('x')))],
  [
    'every kind of component we know',
    v2(box(words('a'), section(button(), words('b')), { type: 14 }, row(menu()))),
  ],
  ['five buttons in a row', v2(row(...buttons(5)))],
  ['a row without the V2 flag', { content: 'x', components: [row(button())] }],
  ['only rows with the V2 flag', v2(row(button()))],
  ['a link', v2(row(button({ style: 5, custom_id: undefined, url: 'https://example.org/' })))],
  ['a button with nothing but a picture', v2(row(button({ label: undefined, emoji: { name: '⬅' } })))],
  ['a menu of people', v2(row({ type: ComponentType.UserSelect, custom_id: 'who' }))],
  ['25 options', v2(row(menu({ options: many(25, (n) => option(n)) })))],
  ['nothing said about mentions but a list', { content: 'x', allowed_mentions: { parse: [], users: ['1'] } }],
];
test.each(sound)('takes %s', async (_, body) => {
  expect(await post(body)).toMatchObject({ status: 200 });
});

const wrong: [what: string, at: string, code: string, body: unknown][] = [
  ['2001 characters of content', 'content', 'BASE_TYPE_MAX_LENGTH', { content: 'x'.repeat(2001) }],
  ['content that is no text', 'content', 'STRING_TYPE_CONVERT', { content: 7 }],
  ['eleven embeds', 'embeds', 'BASE_TYPE_MAX_LENGTH', { embeds: many(11, () => ({ title: 'x' })) }],
  ['components that are no list', 'components', 'LIST_TYPE_CONVERT', { components: {} }],
  ['a component that is no object', 'components.0', 'DICT_TYPE_CONVERT', v2('x')],
  ['a text display without the V2 flag', 'components.0', 'UNION_TYPE_CHOICES', { components: [words('x')] }],
  [
    'content beside V2',
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    { ...v2(words('x')), content: 'x' },
  ],
  [
    'an embed beside V2',
    'embeds',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    { ...v2(words('x')), embeds: [{ title: 'x' }] },
  ],
  ['an empty text display', 'components.0.content', 'BASE_TYPE_BAD_LENGTH', v2(words(''))],
  ['a blank text display', 'components.0.content', 'BASE_TYPE_BAD_LENGTH', v2(words(' \n'))],
  [
    '4001 characters in one text display',
    'components.0.content',
    'BASE_TYPE_BAD_LENGTH',
    v2(words('x'.repeat(4001))),
  ],
  [
    '4001 characters in all text displays',
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    v2(words('x'.repeat(2000)), box(words('x'.repeat(2001)))),
  ],
  ['41 components', 'components', 'BASE_TYPE_MAX_LENGTH', v2(...many(41, () => words('x')))],
  [
    '41 components, some of them inside others',
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    v2(...many(20, () => box(words('x'))), words('x')),
  ],
  ['a lone button', 'components.0', 'UNION_TYPE_CHOICES', v2(button())],
  ['a container in a container', 'components.0.components.0', 'UNION_TYPE_CHOICES', v2(box(box(words('x'))))],
  ['a text display in a row', 'components.0.components.0', 'UNION_TYPE_CHOICES', v2(row(words('x')))],
  [
    'a text input in a message',
    'components.0.components.0',
    'UNION_TYPE_CHOICES',
    v2(row({ type: 4, custom_id: 'x', style: 1 })),
  ],
  ['an empty row', 'components.0.components', 'BASE_TYPE_BAD_LENGTH', v2(row())],
  ['six buttons in a row', 'components.0.components', 'BASE_TYPE_BAD_LENGTH', v2(row(...buttons(6)))],
  [
    'a button beside a menu',
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    v2(row(menu(), button())),
  ],
  [
    'two menus in a row',
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    v2(row(menu(), menu({ custom_id: 'b' }))),
  ],
  [
    'six rows without the V2 flag',
    'components',
    'BASE_TYPE_MAX_LENGTH',
    { content: 'x', components: many(6, (n) => row(button({ custom_id: `${n}` }))) },
  ],
  [
    'a section without an accessory',
    'components.0.accessory',
    'BASE_TYPE_REQUIRED',
    v2(section(undefined, words('x'))),
  ],
  [
    'a section of four texts',
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
    v2(section(button(), ...many(4, () => words('x')))),
  ],
  [
    'the same custom id twice',
    'components.1.components.0.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    v2(row(button()), row(button())),
  ],
  [
    'the same custom id deep inside',
    'components.1.accessory.custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    v2(row(button()), section(button(), words('x'))),
  ],
  [
    'a custom id of 101 characters',
    'components.0.components.0.custom_id',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(button({ custom_id: 'x'.repeat(101) }))),
  ],
  [
    'a button without a custom id',
    'components.0.components.0.custom_id',
    'BASE_TYPE_REQUIRED',
    v2(row(button({ custom_id: undefined }))),
  ],
  [
    'a button of no known style',
    'components.0.components.0.style',
    'BASE_TYPE_CHOICES',
    v2(row(button({ style: 9 }))),
  ],
  [
    'a label of 81 characters',
    'components.0.components.0.label',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(button({ label: 'x'.repeat(81) }))),
  ],
  [
    'a button with nothing on it',
    'components.0.components.0.label',
    'BASE_TYPE_REQUIRED',
    v2(row(button({ label: undefined }))),
  ],
  [
    'an address on a button that is no link',
    'components.0.components.0.url',
    'BUTTON_COMPONENT_FIELD_FORBIDDEN',
    v2(row(button({ url: 'https://example.org' }))),
  ],
  [
    'a link without an address',
    'components.0.components.0.url',
    'BASE_TYPE_REQUIRED',
    v2(row(button({ style: 5, custom_id: undefined }))),
  ],
  [
    'a link with a custom id',
    'components.0.components.0.custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    v2(row(button({ style: 5, url: 'https://example.org' }))),
  ],
  [
    'a link to a file',
    'components.0.components.0.url',
    'URL_TYPE_INVALID_SCHEME',
    v2(row(button({ style: 5, custom_id: undefined, url: 'file:///x' }))),
  ],
  [
    'a link to nowhere',
    'components.0.components.0.url',
    'URL_TYPE_INVALID_URL',
    v2(row(button({ style: 5, custom_id: undefined, url: 'nowhere' }))),
  ],
  [
    'a menu without options',
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(menu({ options: [] }))),
  ],
  [
    '26 options',
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(menu({ options: many(26, (n) => option(n)) }))),
  ],
  [
    'an option twice',
    'components.0.components.0.options.1.value',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    v2(row(menu({ options: [option(1), option(1)] }))),
  ],
  [
    'an option label of 101 characters',
    'components.0.components.0.options.0.label',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(menu({ options: [option(1, { label: 'x'.repeat(101) })] }))),
  ],
  [
    'an option value of 101 characters',
    'components.0.components.0.options.0.value',
    'BASE_TYPE_BAD_LENGTH',
    v2(row(menu({ options: [option(1, { value: 'x'.repeat(101) })] }))),
  ],
  [
    'an option description of 101 characters',
    'components.0.components.0.options.0.description',
    'BASE_TYPE_MAX_LENGTH',
    v2(row(menu({ options: [option(1, { description: 'x'.repeat(101) })] }))),
  ],
  [
    'a placeholder of 151 characters',
    'components.0.components.0.placeholder',
    'BASE_TYPE_MAX_LENGTH',
    v2(row(menu({ placeholder: 'x'.repeat(151) }))),
  ],
  [
    '26 choices at once',
    'components.0.components.0.max_values',
    'NUMBER_TYPE_MAX',
    v2(row(menu({ max_values: 26 }))),
  ],
  [
    'more choices than options',
    'components.0.components.0.max_values',
    'SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS',
    v2(row(menu({ max_values: 3 }))),
  ],
  [
    'an unknown kind of mention',
    'allowed_mentions.parse.0',
    'BASE_TYPE_CHOICES',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
  ],
  [
    'people named and parsed for',
    'allowed_mentions',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
  ],
  [
    'a reply to no message',
    'message_reference',
    'REPLIES_UNKNOWN_MESSAGE',
    { content: 'x', message_reference: { message_id: '1' } },
  ],
];
test.each(wrong)('refuses %s', async (_, at, code, body) => {
  const { status, body: answer } = await post(body);
  expect({ status, answer }).toMatchObject({
    status: 400,
    answer: { code: 50035, message: 'Invalid Form Body' },
  });
  expect(codesAt((answer as { errors: Tree }).errors)).toContainEqual([at, code]);
});

test('has an answer for any body', () => {
  const bodies = fc.constantFrom(...sound.map(([, body]) => JSON.stringify(body)));
  const property = fc.property(bodies, fc.nat(60), fc.jsonValue(), (body, place, value) => {
    let countdown = place;
    const spoilt = JSON.parse(body, (_, it) => (countdown-- === 0 ? value : it));
    try {
      messageBody(spoilt);
    } catch (error) {
      if (!(error instanceof Problem) && !(error instanceof BareProblem)) throw error;
    }
  });
  fc.assert(property, { numRuns: 2000, seed: 7 });
});

test('names every mistake at once', async () => {
  const { body } = await post(v2(words(''), row(button({ label: 'x'.repeat(81), custom_id: '' }))));
  expect(codesAt((body as { errors: Tree }).errors).map(([at]) => at)).toEqual([
    'components.0.content',
    'components.1.components.0.label',
    'components.1.components.0.custom_id',
  ]);
});

test.each([{}, { content: ' ' }, v2(), { embeds: [] }])('refuses the empty message %j', async (body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
});

test('breaks, as Discord does, on more than 10,170 bytes of processed text', async () => {
  // Within 4,000 characters by count, and over by bytes: Han takes three.
  expect(await post(v2(words('書'.repeat(3386))))).toMatchObject({ status: 200 });
  expect(await post(v2(words('書'.repeat(3387))))).toMatchObject({
    status: 500,
    body: { code: 0, message: '500: Internal Server Error' },
  });
});

test('numbers the components that came without an id', async () => {
  const { body } = await post(v2({ ...words('a'), id: 2 }, box(words('b'))));
  expect(body).toMatchObject({ components: [{ id: 2 }, { id: 1, components: [{ id: 3 }] }] });
});

test('an edit leaves alone what it does not name', async () => {
  const { body } = await post({ content: 'before', components: [row(button())] });
  const { id } = body as { id: string };
  expect((await patch(id, { content: 'after' })).body).toMatchObject({
    content: 'after',
    components: [{ type: 1 }],
  });
  expect((await patch(id, { components: [] })).body).toMatchObject({ content: 'after', components: [] });
  expect((await patch(id, { content: null })).body).toMatchObject({ code: 50006 });
});

test('a message becomes V2 by an edit that clears its content, and never goes back', async () => {
  const { body } = await post({ content: 'plain' });
  const { id } = body as { id: string };
  expect((await patch(id, v2(words('rich')))).body).toMatchObject({ code: 50035 });
  expect((await patch(id, { ...v2(words('rich')), content: null })).body).toMatchObject({
    content: '',
    flags: 32768,
  });
  expect((await patch(id, { components: [words('still rich')] })).body).toMatchObject({ flags: 32768 });
  const back = await patch(id, { flags: 0, content: 'plain', components: [] });
  expect(codesAt((back.body as { errors: Tree }).errors)).toEqual([
    ['flags', 'MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED'],
  ]);
});

test('only its author edits a message, and only a message that is there', async () => {
  const mia = discord.join({ name: 'mia' });
  await mia.send('mine', { quiet: 1 });
  expect((await patch(mia.sees().at(-1)?.id ?? '', { content: 'yours' })).body).toMatchObject({
    code: 50005,
  });
  expect((await patch('1', { content: 'x' })).body).toMatchObject({ code: 10008 });
});

type Tree = { [field: string]: Tree | { code: string }[] };

function codesAt(tree: Tree, at: readonly string[] = []): [at: string, code: string][] {
  return Object.entries(tree).flatMap(([field, inner]): [string, string][] =>
    Array.isArray(inner)
      ? inner.map(({ code }): [string, string] => [at.join('.'), code])
      : codesAt(inner, [...at, field]),
  );
}
