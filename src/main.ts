import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { config as loadDotenv } from 'dotenv';
import { type Furnished, openHouse, openLocal, restOf, type Sound } from './bot.ts';
import { bugLog, bugReport } from './bug.ts';
import { type Config, readConfig } from './config.ts';
import { type Connection, connect } from './discord/gateway.ts';
import { loadCommands } from './discord/load.ts';
import { places, publishCommands } from './discord/publish.ts';
import { unanswered } from './discord/unanswered.ts';
import { type Edited, judge, type Keeping, openEditing, unedited } from './editing.ts';
import { askOnce, askUsage } from './knowledge/ask-once.ts';
import { knowledge, pageFor, usages } from './knowledge/knowledge.ts';
import { ledgerCommand, ledgerUsages } from './ledger/commands/ledger.ts';
import { linkCheck } from './links/check-links.ts';
import { openReach } from './links/reach.ts';
import { CannotRecord, talk } from './local/terminal/talk.ts';
import { Refusal, refuse } from './refusal.ts';
import { exposed } from './secrets.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);
const log = (line: string) => void process.stderr.write(`${line}\n`);
const report = bugLog(log, () => randomUUID().slice(0, 8));

const printAll = (lines: readonly string[]) => {
  // Whoever reads only the beginning, as `head` does, has closed the pipe: that is no fault.
  process.stdout.once('error', () => process.exit());
  print(lines.join('\n'));
};

/** What `ask` ends with where the record does not answer, so that a script can tell it from a fault. */
const NOT_ANSWERED = 3;

const usage = `npm start                                chat with the bot here, or put it on Discord where DISCORD_TOKEN is set
npm start -- --json                      print each reply as one line of JSON
npm start -- --record FILE               write what is typed here as a scripted chat
${askUsage}
npm run publish-commands -- [--dry-run] [--guild]
npm run knowledge -- ${usages.join(' | ')}
npm run ledger -- ${ledgerUsages.join(' | ')}`;

const readLine = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        record: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        guild: { type: 'boolean', default: false },
        after: { type: 'string' },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : 'That cannot be read.'}\n${usage}`);
  }
};
type Flags = ReturnType<typeof readLine>['values'];

const furnish = async ({ knowledge, commands }: Config) => {
  const { version }: { version: string } = JSON.parse(
    await readFile(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return openHouse({ knowledge, commands, version, observe: () => {}, report });
};

/**
 * Calls back once when the process is told to stop. npm ends without passing SIGTERM on, and would leave us behind:
 * started by it, we stop when it is gone.
 */
const onStop = (stop: () => void): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
};

/** Follows the files of the story, and says on the side what becomes of them. */
const followBook = (
  { follow }: Furnished,
  { take, alarm }: { take: (book: Sound) => Promise<void>; alarm: Connection['alarm'] },
): (() => Promise<void>) =>
  follow({
    onStory: (book) => {
      log(`The knowledge was changed and is read anew: ${book.index.story.facts.size} facts`);
      void take(book).catch((error: unknown) => report(error, []));
    },
    onFaults: (faults) => {
      log(`The knowledge was changed and cannot be used; the story goes on as it was.\n${faults.join('\n')}`);
      void alarm(faults);
    },
    onError: (error) => void report(error, []),
  });

/** The desk over the story, where the settings name a server whose moderators may use it. */
const editable = async (house: Furnished, config: Config): Promise<Edited<Furnished>> =>
  config.homes.length === 0
    ? unedited(house)
    : openEditing(house, house.book(), {
        ...keeping(config, house),
        rights: { homes: config.homes, roles: config.moderatorRoles },
        channel: config.moderatorChannel,
      });

const keeping = (
  { data, database, reviewers }: Config,
  { version }: Pick<Furnished, 'version'>,
): Keeping => ({
  folder: data,
  url: database,
  reviewers,
  now: () => new Date(),
  checkLinks: linkCheck(openReach(`Receipts/${version}`)),
});

const onDiscord = async (config: Config, token: string): Promise<void> => {
  const { api, mentions } = config;
  const furnished = await furnish(config);
  const { house, take, obstacle, close } = await editable(furnished, config);
  const connection = await connect(house, { token, api, mentions, log });
  const leaveBook = followBook(furnished, { take, alarm: connection.alarm });
  // Before it is said to be ready: whoever waits for that may stop it the moment he hears it.
  const signalled = new Promise<undefined>((resolve) => onStop(() => resolve(undefined)));
  const { story } = house.index();
  const off = config.homes.length > 0 ? obstacle() : 'Nobody may correct facts: HOME_GUILDS names no server.';
  print(`Ready as ${connection.user}: ${story.facts.size} facts, ${house.commands.size} commands`);
  if (off !== undefined) print(off);
  const ended = await Promise.race([signalled, connection.ended]);
  await leaveBook();
  await connection.stop();
  await close();
  if (ended !== undefined) return refuse(ended);
  print('Stopped');
};

const inTerminal = async (config: Config, { json = false, record }: Flags): Promise<void> => {
  const house = await furnish(config);
  const local = await openLocal(house, { mentions: config.mentions, log }, {}, keeping(config, house));
  const leaveBook = followBook(house, local);
  onStop(() => process.stdin.destroy());
  try {
    await talk(local, {
      input: process.stdin,
      output: process.stdout,
      json,
      record,
    });
  } catch (error) {
    if (error instanceof CannotRecord) return refuse(error.message);
    throw error;
  } finally {
    await leaveBook();
    await local.close();
  }
};

const publish = async (
  { token, api, devGuild, homes, commands: folder }: Config,
  flags: Flags,
): Promise<void> => {
  if (token === undefined) return refuse('DISCORD_TOKEN is needed to publish commands.');
  if (flags.guild && devGuild === undefined) return refuse('DISCORD_DEV_GUILD_ID is needed for --guild.');
  const loaded = await loadCommands(folder);
  if ('problems' in loaded) return refuse(loaded.problems.join('\n'));
  const rest = restOf(token, api);
  const guild = flags.guild ? devGuild : undefined;
  for (const place of places(loaded.commands, { guild, homes })) {
    const how = { guild: place.guild, isRehearsal: flags['dry-run'] ?? false };
    const differences = await publishCommands(rest, place.commands, how).catch(unanswered);
    const where = place.guild === guild ? '' : ` in the server ${place.guild}`;
    for (const { is, name } of differences) print(`${is.padEnd(8)} /${name}${where}`);
  }
  if (flags['dry-run']) print('Nothing was written.');
};

const run = async (): Promise<void> => {
  const {
    values: flags,
    positionals: [verb, ...rest],
  } = readLine();
  if (flags.help) return print(usage);
  const file = process.env.DOTENV_CONFIG_PATH ?? '.env';
  const { parsed } = loadDotenv({ path: file, quiet: true });
  const read = readConfig(process.env);
  if ('problems' in read) return refuse(read.problems.join('\n'));
  const { config } = read;
  const leaks = parsed?.DISCORD_TOKEN && verb !== 'knowledge' && verb !== 'ask' ? await exposed(file) : [];
  if (leaks.length > 0) return refuse(leaks.join('\n'));
  switch (verb) {
    case undefined:
      return config.token === undefined ? inTerminal(config, flags) : onDiscord(config, config.token);
    case 'publish-commands':
      return publish(config, flags);
    case 'knowledge': {
      const place = { knowledge: config.knowledge, schemas: 'schemas' };
      const { lines, isWell } = await knowledge(rest, place, pageFor(process.stdout));
      process.exitCode = isWell ? 0 : 1;
      return printAll(lines);
    }
    case 'ledger': {
      const { knowledge, data, database } = config;
      const setting = { folder: data, url: database, now: () => new Date(), knowledge, judge };
      const { lines, isWell } = await ledgerCommand(rest, setting);
      process.exitCode = isWell ? 0 : 1;
      return printAll(lines);
    }
    case 'ask': {
      const asked = { ...flags, question: rest.join(' ') };
      const { lines, isAnswered } = await askOnce(asked, config.knowledge, pageFor(process.stdout));
      process.exitCode = isAnswered ? 0 : NOT_ANSWERED;
      return printAll(lines);
    }
    default:
      return refuse(`There is no "${verb}". There are:\n${usage}`);
  }
};

// A payload that discord.js itself cannot read ends a bare process. Ours keeps answering.
process.on('unhandledRejection', (error) => void report(error, []));
process.on('uncaughtException', (error) => {
  log(`The process cannot go on. ${bugReport(error, [])}`);
  process.exit(1);
});

try {
  await run();
} catch (error) {
  if (error instanceof Refusal) log(error.message);
  else report(error, []);
  process.exitCode = 1;
}
