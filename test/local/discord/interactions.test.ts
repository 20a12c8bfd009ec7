import {
  InteractionResponseType as Answer,
  ApplicationCommandOptionType,
  ButtonStyle,
  ComponentType,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { type Discord, openDiscord, type Settings } from '../../../src/local/discord/open.ts';
import { bot, publish, type Reply } from './bot.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

const commands = [
  {
    name: 'ask',
    description: 'Ask anything',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What would you like to know?',
        required: true,
        autocomplete: true,
        max_length: 20,
      },
      { type: ApplicationCommandOptionType.Boolean, name: 'hide', description: 'Only for me' },
    ],
  },
  {
    name: 'fact',
    description: 'Facts',
    options: [{ type: ApplicationCommandOptionType.Subcommand, name: 'add', description: 'Add one' }],
  },
];

const v2 = (content: string, ...more: unknown[]) => ({
  flags: MessageFlags.IsComponentsV2,
  components: [{ type: ComponentType.TextDisplay, content }, ...more],
});
const more = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: 'more', label: 'More' }],
};
const form = {
  custom_id: 'edit',
  title: 'Edit',
  components: [
    {
      type: ComponentType.Label,
      label: 'Wording',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'words',
        style: 2,
        max_length: 10,
        value: 'old',
      },
    },
    {
      type: ComponentType.Label,
      label: 'Standing',
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'standing',
        options: [
          { label: 'Established', value: 'established', default: true },
          { label: 'Disputed', value: 'disputed' },
        ],
      },
    },
  ],
};

async function stage(answer: Parameters<typeof bot>[1], settings: Settings = {}) {
  const discord = await openDiscord(settings);
  const client = await bot(discord, answer);
  open.push({ close: () => client.destroy().then(() => discord.close()) });
  await publish(client, commands);
  return { discord, client, mia: discord.join({ name: 'mia' }) };
}

async function refusal(discord: Discord, run: () => Promise<unknown>) {
  await run().catch(() => undefined);
  return discord.refused.at(-1);
}

test('a command is answered, and everyone in the channel sees the answer', async () => {
  const { discord, mia } = await stage((_, reply) => reply(Answer.ChannelMessageWithSource, v2('Yes.')));
  const leo = discord.join({ name: 'leo' });
  const { message, interaction, ms } = await mia.command('ask', { question: 'Is it so?' });
  expect(message?.components).toEqual([{ type: ComponentType.TextDisplay, id: 1, content: 'Yes.' }]);
  expect(message?.asked?.id).toBe(interaction);
  expect(ms).toBeLessThan(1000);
  expect(leo.sees()).toEqual([message]);
  expect(leo.sees('dm')).toEqual([]);
  expect(discord.refused).toEqual([]);
});

test('a private answer is before one pair of eyes only', async () => {
  const { discord, mia } = await stage((_, reply) =>
    reply(Answer.ChannelMessageWithSource, { content: 'psst', flags: MessageFlags.Ephemeral }),
  );
  const leo = discord.join({ name: 'leo' });
  const { message } = await mia.command('ask', { question: 'Is it so?' });
  expect(message).toMatchObject({ content: 'psst', visibleTo: mia.id, flags: MessageFlags.Ephemeral });
  expect(mia.sees()).toHaveLength(1);
  expect(leo.sees()).toHaveLength(0);
});

test('suggestions follow what is being typed', async () => {
  const { mia } = await stage((asked, reply) => {
    if (asked.type !== InteractionType.ApplicationCommandAutocomplete) return undefined;
    const typed = asked.data.options.find((it) => 'focused' in it && it.focused);
    const value = typed && 'value' in typed ? `${typed.value}t` : '';
    return reply(Answer.ApplicationCommandAutocompleteResult, { choices: [{ name: 'Fact', value }] });
  });
  expect(await mia.suggest('ask', { question: 'fac' }, 'question')).toEqual([
    { name: 'Fact', value: 'fact' },
  ]);
});

test('an answer that comes late is refused, and the person is told that none came', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { discord, mia } = await stage(
    async (_, reply) => {
      await new Promise((wait) => setTimeout(wait, 80));
      resolve(reply(Answer.ChannelMessageWithSource, v2('Too late')).catch((error) => error));
    },
    { deadline: 50 },
  );
  expect(await mia.command('ask', { question: 'Now?' })).toMatchObject({
    failed: 'The application did not respond',
  });
  expect(await promise).toMatchObject({ status: 404, code: 10062 });
  expect(discord.refused).toEqual([
    {
      method: 'POST',
      route: expect.stringMatching(/^\/interactions\/\d+\/:token\/callback$/),
      status: 404,
      code: 10062,
      message: 'Unknown interaction',
    },
  ]);
  expect(mia.sees()).toEqual([]);
});

test('lateness goes by the clock that Discord was given', async () => {
  let now = Date.now();
  const { discord, mia } = await stage(
    async (_, reply) => {
      now += 3001;
      await reply(Answer.ChannelMessageWithSource, v2('Too late')).catch(() => undefined);
      now -= 3001;
      await reply(Answer.ChannelMessageWithSource, v2('In time'));
    },
    { now: () => now },
  );
  const { message } = await mia.command('ask', { question: 'Now?' });
  expect(message?.components).toMatchObject([{ content: 'In time' }]);
  expect(discord.refused).toMatchObject([{ code: 10062 }]);
});

test('only the first answer counts', async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { mia } = await stage(async (_, reply) => {
    await reply(Answer.ChannelMessageWithSource, v2('One'));
    resolve(reply(Answer.ChannelMessageWithSource, v2('Two')).catch((error) => error));
  });
  await mia.command('ask', { question: 'Now?' });
  expect(await promise).toMatchObject({ status: 400, code: 40060 });
  expect(mia.sees()).toHaveLength(1);
});

test('an answer that was refused for its form may be sent again', async () => {
  const { discord, mia } = await stage(async (_, reply) => {
    await reply(Answer.ChannelMessageWithSource, v2('')).catch(() => undefined);
    await reply(Answer.ChannelMessageWithSource, v2('Better'));
  });
  const { message } = await mia.command('ask', { question: 'Now?' });
  expect(message?.components).toMatchObject([{ content: 'Better' }]);
  expect(discord.refused).toMatchObject([
    {
      code: 50035,
      errors: {
        data: {
          components: {
            0: {
              content: {
                _errors: [{ code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 4000 in length.' }],
              },
            },
          },
        },
      },
    },
  ]);
});

test('an interaction that never was cannot be answered', async () => {
  const { discord, client } = await stage(() => undefined);
  const body = { type: Answer.ChannelMessageWithSource, data: v2('Who asked?') };
  const refused = await refusal(discord, () =>
    client.rest.post(Routes.interactionCallback('1', 'none'), { body }),
  );
  expect(refused).toMatchObject({ status: 404, code: 10062 });
});

const unsuited: [asked: string, type: Answer][] = [
  ['command', Answer.UpdateMessage],
  ['command', Answer.DeferredMessageUpdate],
  ['command', Answer.ApplicationCommandAutocompleteResult],
  ['autocomplete', Answer.ChannelMessageWithSource],
  ['autocomplete', Answer.Modal],
  ['submit', Answer.Modal],
  ['submit', Answer.UpdateMessage],
];
test.each(unsuited)('a %s cannot be answered with kind %i', async (asked, type) => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const { mia } = await stage(
    (it, reply) => {
      if (asked === 'submit' && it.type === InteractionType.ApplicationCommand)
        return reply(Answer.Modal, form);
      resolve(reply(type, { ...form, ...v2('No') }).catch((error) => error));
      return undefined;
    },
    { deadline: 100 },
  );
  if (asked === 'autocomplete') mia.suggest('ask', { question: 'x' }, 'question').catch(() => undefined);
  else {
    const got = await mia.command('ask', { question: 'x' });
    if (got.form) await mia.submit(got.form, {});
  }
  expect(await promise).toMatchObject({
    code: 50035,
    rawError: { errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
  });
});

test('a deferred answer drops every flag but the private one, and is edited in', async () => {
  const seen: number[] = [];
  const { mia } = await stage(async (asked, reply, client) => {
    const flags = MessageFlags.Ephemeral | MessageFlags.IsComponentsV2;
    await reply(Answer.DeferredChannelMessageWithSource, { flags });
    seen.push(...mia.sees().map((it) => it.flags));
    const route = Routes.webhookMessage(client.application.id, asked.token);
    await client.rest.patch(route, { body: v2('Done'), auth: false });
  });
  const { message, edited } = await mia.command('ask', { question: 'Now?' });
  expect(seen).toEqual([MessageFlags.Loading | MessageFlags.Ephemeral]);
  expect(message).toMatchObject({
    flags: flagsOf('Ephemeral', 'IsComponentsV2'),
    visibleTo: mia.id,
    edits: 0,
  });
  expect(edited).toBeUndefined();
});

test('a promise that is not kept ends in a failure', async () => {
  const { mia } = await stage((_, reply) => reply(Answer.DeferredChannelMessageWithSource), { patience: 30 });
  expect(await mia.command('ask', { question: 'Now?' })).toMatchObject({
    failed: 'The application did not respond',
  });
});

test('the first follow-up to a deferred answer takes its place, the next is a message of its own', async () => {
  const done = Promise.withResolvers<void>();
  const { mia } = await stage(async (asked, reply, client) => {
    await reply(Answer.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });
    const route = Routes.webhook(client.application.id, asked.token);
    await client.rest.post(route, { body: { content: 'first' }, auth: false });
    await client.rest.post(route, { body: { content: 'second' }, auth: false });
    done.resolve();
  });
  await mia.command('ask', { question: 'Now?' });
  await done.promise;
  expect(mia.sees().map((it) => [it.content, it.visibleTo])).toEqual([
    ['first', mia.id],
    ['second', 'everyone'],
  ]);
  expect(mia.sees()[1]?.replyTo).toBe(mia.sees()[0]?.id);
});

test('a message can be fetched, edited and taken back by its token, and no longer after 15 minutes', async () => {
  let now = Date.now();
  const token = Promise.withResolvers<string>();
  const { discord, client, mia } = await stage(
    async (asked, reply) => {
      await reply(Answer.ChannelMessageWithSource, { content: 'one' });
      token.resolve(asked.token);
    },
    { now: () => now },
  );
  await mia.command('ask', { question: 'Now?' });
  const own = Routes.webhookMessage(client.application.id, await token.promise);
  const [first] = mia.sees();
  expect(await client.rest.get(own, { auth: false })).toMatchObject({ id: first?.id, content: 'one' });
  await client.rest.patch(own, { body: { content: 'two' }, auth: false });
  expect(mia.sees()).toMatchObject([{ id: first?.id, content: 'two', edits: 1 }]);

  const elsewhere = Routes.webhookMessage(client.application.id, await token.promise, '123');
  expect(await refusal(discord, () => client.rest.get(elsewhere, { auth: false }))).toMatchObject({
    code: 10008,
  });
  const unknown = Routes.webhookMessage(client.application.id, 'nobody');
  expect(await refusal(discord, () => client.rest.get(unknown, { auth: false }))).toMatchObject({
    code: 10015,
  });

  now += 15 * 60_000 + 1;
  expect(await refusal(discord, () => client.rest.get(own, { auth: false }))).toMatchObject({
    status: 401,
    code: 50027,
  });
  now -= 15 * 60_000 + 1;
  await client.rest.delete(own, { auth: false });
  expect(mia.sees()).toEqual([]);
});

test('a button changes the message it is on', async () => {
  const { mia } = await stage((asked, reply) =>
    asked.type === InteractionType.MessageComponent
      ? reply(Answer.UpdateMessage, v2(`${asked.data.custom_id} of ${asked.message.id}`))
      : reply(Answer.ChannelMessageWithSource, v2('Little', more)),
  );
  const { message } = await mia.command('ask', { question: 'Now?' });
  if (!message) throw new Error('no message');
  const after = await mia.press(message, 'more');
  expect(after).toMatchObject({ edited: true, message: { id: message.id, edits: 1 } });
  expect(after.message?.components).toMatchObject([{ content: `more of ${message.id}` }]);
  await expect(mia.press(message, 'more')).rejects.toThrow('The message has no control more');
});

test('a form opens, is filled in and sent', async () => {
  const { mia } = await stage((asked, reply) => {
    if (asked.type !== InteractionType.ModalSubmit) return reply(Answer.Modal, form);
    return reply(Answer.ChannelMessageWithSource, { content: JSON.stringify(asked.data) });
  });
  const opened = await mia.command('fact add');
  if (!opened.form) throw new Error('no form');
  expect(opened.form).toMatchObject({ customId: 'edit', title: 'Edit', where: 'general' });
  await expect(mia.submit(opened.form, { words: '' })).rejects.toThrow('words must be filled in');
  await expect(mia.submit(opened.form, { words: 'eleven chars' })).rejects.toThrow('0 to 10 characters');
  await expect(mia.submit(opened.form, { standing: ['sure'] })).rejects.toThrow('does not offer sure');
  await expect(mia.submit(opened.form, { other: 'x' })).rejects.toThrow('no field other');
  const { message } = await mia.submit(opened.form, { words: 'new' });
  expect(JSON.parse(message?.content ?? '')).toEqual({
    custom_id: 'edit',
    components: [
      { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'words', value: 'new' } },
      { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'standing', values: ['established'] } },
    ],
  });
});

test('a form that came from a button may change the message of that button', async () => {
  const answers: Record<number, (reply: Reply) => unknown> = {
    [InteractionType.ApplicationCommand]: (reply) => reply(Answer.ChannelMessageWithSource, v2('Old', more)),
    [InteractionType.MessageComponent]: (reply) => reply(Answer.Modal, form),
    [InteractionType.ModalSubmit]: (reply) => reply(Answer.UpdateMessage, v2('New')),
  };
  const { mia } = await stage((asked, reply) => answers[asked.type]?.(reply));
  const { message } = await mia.command('ask', { question: 'Now?' });
  if (!message) throw new Error('no message');
  const { form: opened } = await mia.press(message, 'more');
  if (!opened) throw new Error('no form');
  expect(await mia.submit(opened, {})).toMatchObject({ edited: true, message: { id: message.id } });
});

test('a press may be taken in silence', async () => {
  const { mia } = await stage(
    (asked, reply) =>
      asked.type === InteractionType.MessageComponent
        ? reply(Answer.DeferredMessageUpdate)
        : reply(Answer.ChannelMessageWithSource, v2('Little', more)),
    { quiet: 20 },
  );
  const { message } = await mia.command('ask', { question: 'Now?' });
  if (!message) throw new Error('no message');
  const { ms, interaction, ...rest } = await mia.press(message, 'more');
  expect(rest).toEqual({});
});

function flagsOf(...names: (keyof typeof MessageFlags)[]): number {
  return names.reduce((sum, name) => sum | Number(MessageFlags[name]), 0);
}
