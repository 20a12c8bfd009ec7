import {
  type APIInteractionResponse,
  InteractionResponseType as Kind,
  MessageFlags,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { deliver } from '../../src/discord/deliver.ts';
import type { Incoming } from '../../src/discord/incoming.ts';
import { pressId, stepPress } from '../../src/discord/press.ts';

const base = {
  id: '1',
  token: 't',
  application: '2',
  asker: { id: '5', name: 'ana', permissions: 0n, roles: [] },
  guild: '9',
  channel: '8',
  locale: 'en',
  guildLocale: undefined,
} as const;
const command: Incoming = { ...base, is: 'command', name: 'fact show', typed: new Map() };
const press: Incoming = {
  ...base,
  is: 'press',
  customId: pressId(stepPress('words', '7')),
  onMessage: true,
  onPrivate: true,
};

const said = (flags = 0): APIInteractionResponse => ({
  type: Kind.ChannelMessageWithSource,
  data: { content: 'said', flags },
});
const changed: APIInteractionResponse = { type: Kind.UpdateMessage, data: { content: 'changed' } };
const opened: APIInteractionResponse = {
  type: Kind.Modal,
  data: { custom_id: 'x', title: 't', components: [] },
};

/** What Discord is told about it, where the answer takes so long and may take so long. */
const told = async (asked: Incoming, answer: APIInteractionResponse, takes: number) => {
  const calls: { readonly verb: string; readonly route: string; readonly body: object }[] = [];
  const keep = (verb: string) => async (route: string, body: object) =>
    void calls.push({ verb, route, body });
  const coming = () => new Promise<APIInteractionResponse>((resolve) => setTimeout(resolve, takes, answer));
  await deliver({ post: keep('post'), patch: keep('patch') }, asked, coming, 20);
  return calls;
};

const callback = '/interactions/1/t/callback';

test('what is quick is answered at once', async () => {
  expect(await told(command, said(), 0)).toEqual([{ verb: 'post', route: callback, body: said() }]);
  expect(await told(press, opened, 0)).toEqual([{ verb: 'post', route: callback, body: opened }]);
});

test('a slow command is announced to its asker alone, and takes the place of the announcement', async () => {
  expect(await told(command, said(MessageFlags.Ephemeral), 60)).toEqual([
    {
      verb: 'post',
      route: callback,
      body: { type: Kind.DeferredChannelMessageWithSource, data: { flags: MessageFlags.Ephemeral } },
    },
    { verb: 'patch', route: '/webhooks/2/t/messages/%40original', body: { content: 'said', flags: 0 } },
  ]);
});

test('a slow step changes the message that it was taken on', async () => {
  expect(await told(press, changed, 60)).toEqual([
    { verb: 'post', route: callback, body: { type: Kind.DeferredMessageUpdate } },
    { verb: 'patch', route: '/webhooks/2/t/messages/%40original', body: { content: 'changed', flags: 0 } },
  ]);
});

test('what a slow step says beside its message is sent for itself', async () => {
  expect(await told(press, said(MessageFlags.Ephemeral), 60)).toMatchObject([
    { body: { type: Kind.DeferredMessageUpdate } },
    { verb: 'post', route: '/webhooks/2/t', body: { content: 'said', flags: MessageFlags.Ephemeral } },
  ]);
});

test('a form that comes too late is asked to be opened again', async () => {
  const [, late] = await told(press, opened, 60);
  expect(JSON.stringify(late?.body)).toContain('too long to open');
});

test('a step for which the story is judged is announced before it is begun', async () => {
  const step: Incoming = { ...press, customId: pressId(stepPress('send', '7')) };
  expect(await told(step, changed, 0)).toMatchObject([
    { body: { type: Kind.DeferredMessageUpdate } },
    { verb: 'patch', body: { content: 'changed' } },
  ]);
  expect(await told({ ...step, onMessage: false }, said(MessageFlags.Ephemeral), 0)).toMatchObject([
    { body: { type: Kind.DeferredChannelMessageWithSource } },
    { verb: 'patch', body: { content: 'said' } },
  ]);
});
