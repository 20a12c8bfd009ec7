import { InteractionResponseType as Answer, type Client } from 'discord.js';
import { expect, test } from 'vitest';
import {
  type CallbackFault,
  openDiscord,
  type Settings,
  type SocketFault,
} from '../../../src/local/discord/open.ts';
import { bot, publish } from './bot.ts';

// Side by side, because every one of them waits.

const ping = [{ name: 'ping', description: 'Are you there?' }];
const failed = 'The application did not respond';

async function running(settings: Settings = {}) {
  const discord = await openDiscord({ heartbeat: 150, ...settings });
  const seen: string[] = [];
  const client = await bot(discord, (asked, reply) => {
    seen.push(asked.id);
    return reply(Answer.ChannelMessageWithSource, { content: 'here' });
  });
  const close = () => client.destroy().then(() => discord.close());
  await publish(client, ping);
  return { discord, seen, lines: log(client), mia: discord.join({ name: 'mia' }), close };
}

/** What the client says it does, in its own words. */
function log(client: Client): string[] {
  const lines: string[] = [];
  client.on('debug', (line) => lines.push(line));
  return lines;
}

const resumable: SocketFault[] = ['reset', 'close', 'reconnect'];
test.concurrent.each(resumable)(
  'after a %s the session is resumed and what was missed is told',
  async (fault) => {
    const { discord, mia, lines, close } = await running();
    discord.disturb({ sockets: fault });
    const answers = await Promise.all([mia.command('ping'), mia.command('ping'), mia.command('ping')]);
    expect(answers.map((it) => it.message?.content)).toEqual(['here', 'here', 'here']);
    await expect.poll(() => lines.some((line) => line.includes('Resuming'))).toBe(true);
    expect(lines.some((line) => line.includes('Identifying'))).toBe(false);
    await close();
  },
);

test.concurrent('events come again in their order and none twice', async () => {
  const { discord, mia, seen, close } = await running();
  const asked: (string | undefined)[] = [];
  for (const isCut of [false, true, false, true]) {
    if (isCut) discord.disturb({ sockets: 'reset' });
    const answers = await Promise.all(Array.from({ length: 5 }, () => mia.command('ping')));
    asked.push(...answers.map((it) => it.interaction));
  }
  expect(seen).toEqual(asked);
  await close();
});

test.concurrent('a client whose session was thrown away begins anew, and what came in between is lost', async () => {
  const { discord, mia, lines, close } = await running({ deadline: 200 });
  discord.disturb({ sockets: 'invalidate' });
  expect((await mia.command('ping')).failed).toBe(failed);
  await discord.connected();
  expect((await mia.command('ping')).message?.content).toBe('here');
  expect(lines.some((line) => line.includes('Identifying'))).toBe(true);
  await close();
});

test.concurrent('a client notices a connection that went dumb, and resumes', async () => {
  const { discord, mia, lines, close } = await running();
  discord.disturb({ sockets: 'silence' });
  expect((await mia.command('ping')).message?.content).toBe('here');
  expect(lines.some((line) => line.includes('Resuming'))).toBe(true);
  await close();
});

async function troubled(callback: CallbackFault, retries: number, times = 1) {
  const discord = await openDiscord({ deadline: 1200 });
  const outcome = Promise.withResolvers<unknown>();
  const client = await bot(
    discord,
    (_, reply) =>
      reply(Answer.ChannelMessageWithSource, { content: 'here' }).then(
        () => outcome.resolve('answered'),
        (error) => outcome.resolve(error.status ?? error.code),
      ),
    { retries },
  );
  await publish(client, ping);
  const mia = discord.join({ name: 'mia' });
  discord.disturb({ callback, times });
  const got = await mia.command('ping');
  const bots = callback === 'hang' ? undefined : await outcome.promise;
  const sees = mia.sees().length;
  await client.destroy();
  await discord.close();
  expect(discord.refused).toEqual([]);
  return { person: got.message?.content ?? got.failed, bot: bots, sees };
}

test.concurrent('an error once is healed by one more try', async () => {
  expect(await troubled('error', 1)).toEqual({ person: 'here', bot: 'answered', sees: 1 });
});

test.concurrent('an error twice is not', async () => {
  expect(await troubled('error', 1, 2)).toEqual({ person: failed, bot: 500, sees: 0 });
});

test.concurrent('a rate limit is waited out', async () => {
  expect(await troubled('limited', 1)).toEqual({ person: 'here', bot: 'answered', sees: 1 });
});

test.concurrent('a call that hangs is an answer that never comes', async () => {
  expect(await troubled('hang', 0)).toEqual({ person: failed, bot: undefined, sees: 0 });
});

test.concurrent('an answer whose receipt is lost has been given all the same', async () => {
  expect(await troubled('lost', 0)).toEqual({ person: 'here', bot: 'UND_ERR_SOCKET', sees: 1 });
});
