import { expect, test } from 'vitest';
import follow from '../../../commands/follow.ts';
import type { Editing } from '../../../src/discord/moderating.ts';
import { hereFor } from '../../../src/discord/news/here.ts';
import { published } from '../../../src/discord/published.ts';
import type { Said } from '../../../src/discord/speak.ts';

const MANAGE_CHANNELS = 1n << 4n;

/** Whoever asks, in a channel of a server, and what Discord says when we write there. */
const here = (permissions: bigint, said: Said = 'said') => {
  const channels = new Set<string>();
  const followers = {
    follow: async ({ channel }: { readonly channel: string }) =>
      !channels.has(channel) && !!channels.add(channel),
    unfollow: async (channel: string) => channels.delete(channel),
  };
  const editing = { desk: { followers } } as unknown as Editing;
  const asker = { id: '5', name: 'kim', permissions, roles: [] };
  const at = (more: object = {}) =>
    hereFor({ editing, speak: async () => said }, { asker, guild: '1', channel: '2', key: '3', ...more });
  return { at, channels, asker };
};

test.each([
  ['nobody in particular', 0n],
  ['whoever may manage the server', 1n << 5n],
  ['whoever may do all but this', (1n << 50n) - 1n - (1n << 3n) - MANAGE_CHANNELS],
])('%s decides nothing about a channel', (_, permissions) => {
  expect(here(permissions).at).toThrow('Only those who may manage this channel');
});

test.each([
  ['whoever may manage channels', MANAGE_CHANNELS],
  ['an administrator', 1n << 3n],
])('%s has it follow, once, and ends it', async (_, permissions) => {
  const { at, channels } = here(permissions);
  expect([await at().follow(), await at().follow(), [...channels]]).toEqual([true, false, ['2']]);
  expect([await at().unfollow(), await at().unfollow(), [...channels]]).toEqual([true, false, []]);
});

test.each(['gone', 'barred', 'failed'] as const)(
  'a channel in which we cannot write (%s) does not follow',
  async (said) => {
    const { at, channels } = here(MANAGE_CHANNELS, said);
    await expect(at().follow()).rejects.toThrow('I cannot post in this channel');
    expect([...channels]).toEqual([]);
  },
);

test.each([
  ['a direct message', { guild: undefined }],
  ['no channel that is known', { channel: undefined }],
  ['a message, which tells nobody’s rights', { asker: undefined }],
])('from %s nothing follows', (_, more) => {
  expect(() => here(MANAGE_CHANNELS).at(more)).toThrow('Only a channel of a server can follow');
});

test('where nothing is ever corrected there is nothing to follow', () => {
  const { asker } = here(MANAGE_CHANNELS);
  const at = { asker, guild: '1', channel: '2', key: '3' };
  expect(() => hereFor({ editing: undefined, speak: async () => 'said' }, at)).toThrow('nothing to follow');
});

test('it is published for every server, and shown to those who may manage channels', () => {
  expect(published([follow])).toMatchObject([
    { name: 'follow', contexts: [0], integration_types: [0], default_member_permissions: '16' },
  ]);
});
