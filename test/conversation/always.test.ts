import { Routes } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { restOf } from '../../src/bot.ts';
import { command, type Reply } from '../../src/kit.ts';
import { before, breaches } from './always.ts';
import { type Furnished, houses } from './houses.ts';
import { play } from './play.ts';
import { scripted } from './read.ts';
import { openStage } from './stage.ts';

const houseOf = houses();

const script = scripted(
  'test.yaml',
  'title: Any\nstory: lighthouse\ncast:\n  mia: {}\nsteps:\n  - by: mia\n    say: /ask\n',
);

/** What the runner says of a bot whose `/ask` gives this reply, though the script expects nothing of it. */
const playingWith = async (run: (house: Furnished) => Reply): Promise<string> => {
  const house = await houseOf('lighthouse');
  const broken = command({ name: 'ask', description: 'Broken on purpose', run: () => run(house) });
  try {
    await play(script, { ...house, commands: new Map([['ask', broken]]) });
    return 'well played';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

test('a bug of the bot is found where no script looks for it', async () => {
  const said = await playingWith(() => {
    throw new Error('The lamp is out');
  });
  expect(said).toContain('always: the bot met a bug: Error: The lamp is out');
});

test('an answer that keeps a statement of its fact to itself is found', async () => {
  const said = await playingWith((house) => {
    const topic = house.index().story.topics.get('boats');
    const [statement] = topic?.facts[0].rests ?? [];
    if (topic === undefined || statement === undefined) throw new Error('No boats');
    return {
      kind: 'answer',
      topic,
      title: topic.title,
      corrected: [],
      named: [],
      points: [{ fact: topic.facts[0], marks: [1], against: [2] }],
      citations: [{ mark: 1, statement }],
    };
  });
  expect(said).toContain('always: boats-disputed is stated without handbill-three-boats');
  expect(said).toContain('always: [2] has no receipt beside it');
});

test('a message that nobody asked for, and one that pings, are found', async () => {
  const house = await houseOf('lighthouse');
  const stage = await openStage(house, script);
  const was = before(stage);
  const { token, api, channels } = stage.local.discord;
  const content = `<@${stage.cast.get('mia')?.id}> [1] hello`;
  await restOf(token, api).post(Routes.channelMessages(channels.general), { body: { content } });
  const said = breaches(stage, house.index().story, was, { wait: 1 }, {}).join('\n');
  await stage.local.close();
  expect(said).toContain('always: it also said, unasked: ');
  expect(said).toMatch(/always: it pings \d+/);
  expect(said).toContain('always: it lets mentions through: undefined');
});
