import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { restOf } from '../src/bot.ts';
import { loadCommands } from '../src/discord/load.ts';
import { publishCommands } from '../src/discord/publish.ts';
import { type Discord, openDiscord } from '../src/local/discord/open.ts';
import { textsOf } from '../src/local/message.ts';

const data = await mkdtemp(join(tmpdir(), 'data-'));

const lighthouse = {
  KNOWLEDGE_DIR: 'test/stories/lighthouse/knowledge',
  COMMANDS_DIR: 'test/stories/lighthouse/commands',
};

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** The program as an operator starts it, with these settings and no others. */
const start = (settings: Readonly<Record<string, string>>, args: readonly string[] = []) => {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { PATH: process.env.PATH, DOTENV_CONFIG_PATH: '/dev/null', DATA_DIR: data, ...settings },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, out, err })));
  return { child, ended, said: () => out, complained: () => err };
};

const told = (child: ChildProcess, words: string): Promise<void> =>
  new Promise((resolve) => child.stdout?.on('data', (text) => String(text).includes(words) && resolve()));

const onDiscord = async (settings: Readonly<Record<string, string>> = {}) => {
  const discord = await openDiscord();
  const loaded = await loadCommands(lighthouse.COMMANDS_DIR);
  if ('problems' in loaded) throw new Error(loaded.problems.join('\n'));
  await publishCommands(restOf(discord.token, discord.api), loaded.commands, {
    guild: undefined,
    isRehearsal: false,
  });
  const bot = start({
    ...lighthouse,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    ...settings,
  });
  await Promise.race([
    told(bot.child, 'Ready as'),
    bot.ended.then(({ err }) => Promise.reject(new Error(err))),
  ]);
  return { discord, bot, mia: discord.join({ name: 'mia' }) };
};

const asked = async (mia: ReturnType<Discord['join']>) => {
  const { message, failed } = await mia.command('ask', { question: 'why' });
  return failed ?? (message && textsOf(message).length > 0 ? 'answered' : 'nothing');
};

test('with a token it says one line when it is ready, answers, and stops cleanly on a signal', async () => {
  const { discord, bot, mia } = await onDiscord();
  expect(await asked(mia)).toBe('answered');
  bot.child.kill('SIGTERM');
  const { code, out, err } = await bot.ended;
  expect(out).toMatch(
    /^Ready as \S+: \d+ facts, \d+ commands\nNobody may correct facts: HOME_GUILDS names no server.\nStopped\n$/,
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  await discord.close();
});

test('answers that are on their way when it is told to stop still arrive', async () => {
  const { discord, bot, mia } = await onDiscord();
  discord.disturb({ callback: 'limited', times: 5 });
  const five = Array.from({ length: 5 }, () => asked(mia));
  await new Promise((resolve) => setTimeout(resolve, 100));
  bot.child.kill('SIGINT');
  expect(await Promise.all(five)).toEqual(Array(5).fill('answered'));
  expect((await bot.ended).code).toBe(0);
  await discord.close();
});

/** Bits of payloads that are wrong in every way that a few lines can think of; the same ones at each run. */
const mangled = (seed: number): unknown => {
  let state = seed;
  const pick = <T>(list: readonly T[]): T => {
    state = (state * 48271) % 2147483647;
    return list[state % list.length] as T;
  };
  const junk = () => pick([undefined, null, 0, -1, '', 'x', [], {}, '9'.repeat(40), { id: null }, [null]]);
  const member = pick([junk(), { user: junk(), permissions: junk(), roles: junk() }]);
  const data = pick([
    junk(),
    { name: junk(), type: junk(), options: junk(), custom_id: junk(), component_type: junk() },
  ]);
  return {
    id: pick(['1', junk()]),
    token: pick(['t', junk()]),
    type: pick([1, 2, 3, 4, 5, 9, junk()]),
    data,
    member,
    user: junk(),
    channel: junk(),
    message: junk(),
  };
};

test('no payload ends the process: after two thousand broken ones it answers a whole one', async () => {
  const { discord, bot, mia } = await onDiscord();
  for (let seed = 1; seed <= 2000; seed++) {
    const event =
      seed % 4 === 0 ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.InteractionCreate;
    discord.dispatch(event, mangled(seed));
  }
  expect(await asked(mia)).toBe('answered');
  expect(bot.child.exitCode).toBeNull();
  bot.child.kill('SIGTERM');
  expect((await bot.ended).code).toBe(0);
  await discord.close();
});

test('a token that is revoked while the bot runs ends it with a sentence, for a supervisor to see', async () => {
  const { discord, bot } = await onDiscord();
  discord.disturb({ sockets: 'revoke' });
  const { code, err } = await bot.ended;
  expect(code).toBe(1);
  expect(err).toContain('Discord closed the connection for good (code 4004)');
  expect(err).not.toContain('    at ');
  await discord.close();
});

test('with too few starts left for the day it does not take one', async () => {
  const discord = await openDiscord();
  discord.disturb({ startsLeft: 3 });
  const { code, err } = await start({
    ...lighthouse,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
  }).ended;
  expect(code).toBe(1);
  expect(err).toMatch(/^Discord allows only 3 more starts/);
  await discord.close();
});

test('started by npm, it stops when npm is gone without a word', async () => {
  const discord = await openDiscord();
  const settings = { ...lighthouse, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.api };
  // As npm does: a shell between, which takes the signal and does not pass it on.
  const script = `"${process.execPath}" src/main.ts; true`;
  const env = {
    PATH: process.env.PATH,
    DOTENV_CONFIG_PATH: '/dev/null',
    npm_lifecycle_event: 'start',
    ...settings,
  };
  const shell = spawn('sh', ['-c', script], { env });
  const stopped = told(shell, 'Stopped');
  await told(shell, 'Ready as');
  shell.kill('SIGTERM');
  await stopped;
  await discord.close();
});

test.each([
  ['what is not Discord', 200, '{}'],
  ['a page for people', 200, '<html>'],
  ['nothing there', 404, '{"message":"404: Not Found","code":0}'],
])('%s at the address is a sentence', async (_, status, body) => {
  const server = createServer(
    (_request, response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { code, err } = await start({
    ...lighthouse,
    DISCORD_TOKEN: 'canary',
    DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
  }).ended;
  server.close();
  expect(code).toBe(1);
  expect(err).toContain('DISCORD_API_URL');
  expect(err).not.toContain('    at ');
});

test('a word of the command line that there is not is said, with those there are', async () => {
  const { code, err } = await start({}, ['--jsno']).ended;
  expect(code).toBe(1);
  expect(err).toContain("'--jsno'");
  expect(err).toContain('npm start -- --json');
  expect(err).not.toContain('    at ');
});

test('a token that Discord does not take is said in a sentence, once, without the token', async () => {
  const discord = await openDiscord();
  const { code, out, err } = await start({
    ...lighthouse,
    DISCORD_TOKEN: 'canary-token',
    DISCORD_API_URL: discord.api,
  }).ended;
  expect(code).toBe(1);
  expect(err).toContain('Discord does not take this DISCORD_TOKEN');
  expect(out + err).not.toContain('canary-token');
  expect(err).not.toContain('    at ');
  await discord.close();
});

test('a Discord that cannot be reached is said in a sentence, and the program ends', async () => {
  const settings = {
    ...lighthouse,
    DISCORD_TOKEN: 'canary-token',
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
  };
  for (const args of [[], ['publish-commands']]) {
    const { code, err } = await start(settings, args).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^Discord cannot be reached \(ECONNREFUSED\)/);
    expect(err).not.toContain('canary');
  }
});

test('a token in a file that everybody can read keeps the bot from starting', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'env-')), '.env');
  await writeFile(file, 'DISCORD_TOKEN=canary-token\n', { mode: 0o644 });
  const { code, err } = await start({ ...lighthouse, DOTENV_CONFIG_PATH: file }).ended;
  expect(code).toBe(1);
  expect(err).toContain(`chmod 600 ${file}`);
  expect(err).not.toContain('canary');
});

test('settings that are wrong are all said at once, and no value is repeated', async () => {
  const { code, err } = await start({
    DISCORD_TOKEN: 'a canary',
    DISCORD_API_URL: 'canary',
    MENTIONS: 'canary',
  }).ended;
  expect(code).toBe(1);
  expect(err.split('\n').filter((line) => line !== '')).toHaveLength(3);
  expect(err).not.toContain('canary');
});

test('a story that is broken is said with file, line and place, and nothing starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'story-'));
  await cp(lighthouse.KNOWLEDGE_DIR, folder, { recursive: true });
  await writeFile(join(folder, 'actors.yaml'), 'actors:\n  keeper:\n    nmae: The keeper\nend: true\n');
  const { code, err } = await start({ ...lighthouse, KNOWLEDGE_DIR: folder }).ended;
  expect(code).toBe(1);
  expect(err).toContain('actors.yaml, line 3 · actors › keeper: holds a key that is not known here: "nmae"');
});

test('commands are published from the command line: first the difference, then the writing', async () => {
  const discord = await openDiscord();
  const settings = {
    ...lighthouse,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.api,
    DISCORD_DEV_GUILD_ID: discord.guildId,
  };
  const rehearsal = await start(settings, ['publish-commands', '--dry-run']).ended;
  expect(rehearsal.out).toContain('new      /ask\n');
  expect(rehearsal.out).toContain('Nothing was written.');
  expect(discord.commands()).toEqual([]);
  await start(settings, ['publish-commands', '--guild']).ended;
  expect(discord.commands().map(({ name }) => name)).toContain('ask');
  expect(discord.commands().every(({ guild_id }) => guild_id === discord.guildId)).toBe(true);
  await discord.close();
});

test('without a token, lines from a pipe are answered and the program ends well', async () => {
  const bot = start(lighthouse, ['--json']);
  bot.child.stdin.end('/help\nqwertyuiop zxcvbnm\n');
  const { code, out } = await bot.ended;
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  ).toEqual(['notice', 'miss']);
  expect(code).toBe(0);
});

test('what there is not is said with what there is', async () => {
  const { code, err } = await start({}, ['dance']).ended;
  expect(code).toBe(1);
  expect(err).toContain('npm run publish-commands');
});
