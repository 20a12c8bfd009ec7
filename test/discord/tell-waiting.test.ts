import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../src/bot.ts';
import type { Moderator } from '../../src/desk/authorize.ts';
import { tellWaiting, writing } from '../../src/discord/asking/tell-waiting.ts';
import { openEditing } from '../../src/editing.ts';

const MIA = '500000000000000005';
const OMAR = '600000000000000006';
const ana = { id: '7', name: 'ana' } as Moderator;

const open = async (folder: string) => {
  const story = 'test/stories/lighthouse';
  const furnished = await openHouse({
    knowledge: `${story}/knowledge`,
    commands: `${story}/commands`,
    version: '0',
    observe: () => {},
    report: (error) => {
      throw error;
    },
  });
  const rights = { homes: ['1'], roles: [] };
  const how = { folder, reviewers: 0, now: () => new Date(), rights, channel: undefined } as const;
  const { house, close } = await openEditing(furnished, furnished.book(), how);
  if (house.editing === undefined) throw new Error('Nobody may edit');
  return { house, close, questions: house.editing.desk.questions };
};

test('whoever waits is told once, also where the bot was stopped after it was answered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tell-'));
  const first = await open(folder);
  const asked = { text: 'did anybody drown?', same: 'drown' };
  const { id } = await first.questions.ask({ ...asked, tell: { user: MIA, channel: '1' } });
  await first.questions.ask({ ...asked, tell: { user: OMAR, channel: '1' } });
  const written: string[] = [];
  const write = async (user: string) => void written.push(user);
  await tellWaiting(first.house, write);
  expect(written).toEqual([]);
  await first.questions.settle({ by: ana, key: '1', question: id, as: 'answered', topic: 'boats' });
  await first.close();

  const second = await open(folder);
  await tellWaiting(second.house, write);
  await tellWaiting(second.house, write);
  expect(written.toSorted()).toEqual([MIA, OMAR]);
  await second.close();
});

test('whoever cannot be written to is no fault, and is not written to again', async () => {
  const said: string[] = [];
  const closed = writing({ post: () => Promise.reject(new Error('closed')) }, async (channel) => {
    said.push(channel);
    return 'said';
  });
  await closed(MIA, { flags: 0, components: [], allowed_mentions: { parse: [] } }, 'key');
  expect(said).toEqual([]);
});
