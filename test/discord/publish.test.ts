import { expect, test } from 'vitest';
import { restOf } from '../../src/bot.ts';
import type { Command } from '../../src/discord/command.ts';
import { text } from '../../src/discord/options.ts';
import { publishCommands } from '../../src/discord/publish.ts';
import { openDiscord } from '../../src/local/discord/open.ts';

const command = (name: string, description = 'd'): Command => ({
  name,
  description,
  options: { question: text('q', { suggest: () => [] }) },
  run: () => ({ kind: 'notice', heading: 'h', lines: ['l'] }),
});

const folder = (...commands: readonly Command[]) => new Map(commands.map((one) => [one.name, one]));

test.each([
  ['everywhere', false],
  ['in one server', true],
])('publishing %s writes only what differs, and a rehearsal writes nothing', async (_, inGuild) => {
  const discord = await openDiscord();
  const rest = restOf(discord.token, discord.api);
  const guild = inGuild ? discord.guildId : undefined;
  const publish = (commands: ReturnType<typeof folder>, isRehearsal = false) =>
    publishCommands(rest, commands, { guild, isRehearsal });
  const versions = () => Object.fromEntries(discord.commands().map(({ name, version }) => [name, version]));

  expect(await publish(folder(command('ask'), command('help')), true)).toEqual([
    { is: 'new', name: 'ask' },
    { is: 'new', name: 'help' },
  ]);
  expect(discord.commands()).toEqual([]);

  await publish(folder(command('ask'), command('help')));
  const before = versions();
  expect(Object.keys(before)).toEqual(['ask', 'help']);

  expect(await publish(folder(command('ask'), command('help')))).toEqual([
    { is: 'same', name: 'ask' },
    { is: 'same', name: 'help' },
  ]);
  expect(versions()).toEqual(before);

  expect(await publish(folder(command('ask', 'new words'), command('who')))).toEqual([
    { is: 'changed', name: 'ask' },
    { is: 'new', name: 'who' },
    { is: 'gone', name: 'help' },
  ]);
  expect(discord.commands().map(({ name, description }) => [name, description])).toEqual([
    ['ask', 'new words'],
    ['who', 'd'],
  ]);
  expect(discord.refused).toEqual([]);
  await discord.close();
});
