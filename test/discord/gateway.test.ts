import { Client } from 'discord.js';
import { MessageFlags, Routes } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { openHouse, openLocal, restOf } from '../../src/bot.ts';
import { bugLog } from '../../src/bug.ts';
import type { Command } from '../../src/discord/command.ts';
import { clientOptions } from '../../src/discord/gateway.ts';
import { flag, text } from '../../src/discord/options.ts';
import type { Reply } from '../../src/discord/reply.ts';
import { type Outcome, openDiscord, type Settings } from '../../src/local/discord/open.ts';
import { textsOf } from '../../src/local/message.ts';
import { refuse } from '../../src/refusal.ts';

const canary = 'canaryword';

const command = (name: string, run: () => Reply): Command => ({
  name,
  description: 'd',
  options: { words: text('w', { suggest: () => (name === 'break' ? run() && [] : []) }), loudly: flag('f') },
  run,
});

/** Works once, and never again. */
const flaky = () => {
  let times = 0;
  return (): Reply => {
    times += 1;
    if (times > 1) throw new Error('broken');
    return { kind: 'page', heading: 'h', blocks: [{ is: 'note', text: 'n' }], citations: [] };
  };
};

/** The invented story, with commands that go wrong in every way, and what the operator is told. */
const stage = async (settings: Settings = {}, mentions = true) => {
  const kept: string[] = [];
  const lines: string[] = [];
  const story = 'test/stories/lighthouse';
  const house = await openHouse({
    knowledge: `${story}/knowledge`,
    commands: `${story}/commands`,
    version: '0',
    observe: () => {},
    report: bugLog(
      (line) => kept.push(line),
      () => 'b0b0b0',
    ),
  });
  const broken = [
    command('break', () => {
      throw new Error(`could not parse "${canary} and so on"`);
    }),
    command('refuse', () => refuse('Only on Tuesdays, @everyone.')),
    command('flaky', flaky()),
    command('overflow', () => ({ kind: 'notice', heading: 'h', lines: ['x'.repeat(5000)] })),
  ];
  const commands = new Map([...house.commands, ...broken.map((one) => [one.name, one] as const)]);
  const local = await openLocal(
    { ...house, commands },
    { mentions, log: (line) => lines.push(line) },
    settings,
  );
  return { ...local, kept, lines };
};

const words = ({ message }: Outcome): string => (message === undefined ? '' : textsOf(message).join('\n'));

test('a bug is an apology with an id, for the asker alone; the operator gets the stack and none of the words', async () => {
  const { member, kept, close } = await stage();
  const outcome = await member.command('break', { words: `${canary} and so on` });
  expect(words(outcome)).toContain('this number: b0b0b0');
  expect(words(outcome)).not.toContain('parse');
  expect(outcome.message?.visibleTo).toBe(member.id);
  expect(kept).toHaveLength(1);
  expect(kept[0]).toContain('Bug b0b0b0: Error: could not parse');
  expect(kept[0]).toContain('gateway.test.ts');
  expect(kept[0]).not.toContain(canary);
  await close();
});

test('a refusal is shown as it was written, to the asker alone, and pings nobody', async () => {
  const { member, kept, close } = await stage();
  const outcome = await member.command('refuse', { words: 'x' });
  expect(words(outcome)).toBe('Only on Tuesdays, \\@everyone.');
  expect(outcome.message?.visibleTo).toBe(member.id);
  expect(outcome.message?.pings).toEqual([]);
  expect(kept).toEqual([]);
  await close();
});

test('a message that Discord will not take is our bug: the asker still gets an apology', async () => {
  const { discord, member, kept, close } = await stage();
  const outcome = await member.command('overflow', { words: 'x' });
  expect(words(outcome)).toContain('b0b0b0');
  expect((outcome.message?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  expect(discord.refused.map(({ code }) => code)).toEqual([50035]);
  expect(kept[0]).toContain('Discord answered 400 (code 50035) to POST');
  await close();
});

test('suggestions that break are no suggestions', async () => {
  const { member, kept, close } = await stage();
  expect(await member.suggest('break', { words: canary }, 'words')).toEqual([]);
  expect(kept[0]).not.toContain(canary);
  await close();
});

test.each(['error', 'limited'] as const)(
  'when Discord answers our first try with %s, the second one arrives',
  async (callback) => {
    const { discord, member, kept, close } = await stage();
    discord.disturb({ callback });
    const outcome = await member.command('ask', { question: 'why' });
    expect(outcome.failed).toBeUndefined();
    expect(outcome.message?.visibleTo).toBe('everyone');
    expect(kept).toEqual([]);
    await close();
  },
);

test('an answer that Discord took although the line was cut is not given twice, and no token is kept', async () => {
  const { discord, member, kept, close } = await stage();
  discord.disturb({ callback: 'lost' });
  const outcome = await member.command('ask', { question: 'why' });
  expect(outcome.message?.visibleTo).toBe('everyone');
  expect(member.sees().filter(({ author }) => author.bot)).toHaveLength(1);
  expect(kept.join('\n')).not.toMatch(/interactions\/\d+\/\w{8}/);
  await close();
});

test('an answer that comes too late is logged in a line and is no bug', async () => {
  const { member, kept, lines, close } = await stage({ deadline: 0 });
  const outcome = await member.command('ask', { question: 'why' });
  expect(outcome.failed).toBe('The application did not respond');
  await expect.poll(() => lines).toEqual(['An answer came too late for Discord']);
  expect(kept).toEqual([]);
  await close();
});

test('a reset connection is resumed and nothing asked meanwhile is lost', async () => {
  const { discord, member, close } = await stage();
  discord.disturb({ sockets: 'reset' });
  const outcome = await member.command('ask', { question: 'why' });
  expect(outcome.failed).toBeUndefined();
  await close();
});

test('with mentions off, mentions are not answered, and commands are', async () => {
  const { member, close } = await stage({}, false);
  expect((await member.send('why', { mention: true, quiet: 150 })).message).toBeUndefined();
  expect((await member.command('ask', { question: 'why' })).message).toBeDefined();
  await close();
});

test('a page that cannot be turned leaves what everybody reads as it was', async () => {
  const { member, close } = await stage();
  const first = await member.command('flaky', { words: 'x' });
  if (first.message === undefined) throw new Error('Nothing came');
  const turned = await member.press(first.message, `say:0:${BigInt(member.id).toString(36)}:flaky:x:`, {
    forged: true,
  });
  expect(turned.edited).toBeFalsy();
  expect(turned.message?.visibleTo).toBe(member.id);
  expect(words(turned)).toContain('b0b0b0');
  await close();
});

test('nobody who asks is remembered', async () => {
  const discord = await openDiscord({ deadline: 50 });
  const client = new Client(clientOptions({ api: discord.api, mentions: true }));
  await client.login(discord.token);
  await discord.connected();
  const rest = restOf(discord.token, discord.api);
  await rest.put(Routes.applicationCommands(discord.applicationId), {
    body: [{ name: 'ask', description: 'd' }],
  });
  for (const name of ['mia', 'omar']) await discord.join({ name }).command('ask');
  expect([...client.users.cache.keys()]).toEqual([discord.applicationId]);
  await client.destroy();
  await discord.close();
});
