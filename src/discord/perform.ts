import { refuse } from '../refusal.ts';
import type { Citation } from '../story/answer.ts';
import { below } from './asking/below.ts';
import { count } from './asking/counted.ts';
import { attempt, type Performed } from './attempt.ts';
import { type AnyCommand, type Asked, isReaders, type Own, type Replying } from './command.ts';
import type { House } from './house.ts';
import type { Typed } from './incoming.ts';
import { type Moderating, moderating, NOT_HERE, type Who } from './moderating.ts';
import { type Here, hereFor } from './news/here.ts';
import { pastOf } from './news/past.ts';
import { type Options, readOptions } from './options.ts';
import type { Origin } from './render/render.ts';
import type { Block, Page, Reply } from './reply.ts';

/** What was asked of a command, by whom, and of whose message its buttons will be. */
export type Task = {
  /** Discord's id of what is answered. */
  readonly of: string;
  readonly command: string;
  readonly typed: Typed;
  readonly manner?: 'say' | 'full';
  readonly page?: number;
  readonly owner: string;
  /** Where it was asked, if anything is to be remembered. */
  readonly channel?: string | undefined;
} & Who;

/** Runs a command: its reply, or the sources of its reply. */
export const perform = (house: House, task: Task): Promise<Performed> => {
  const { of, command: name, typed, manner = 'say', page = 0, owner } = task;
  return attempt(house, { of, command: name, typed: [...typed.values()].map(String) }, async () => {
    const command =
      house.commands.get(name) ?? refuse(`There is no command called /${name} any more. See /help.`);
    const { reply, values } = await run(house, command, task);
    const shown = manner === 'full' ? sourcesInFull(reply) : reply;
    const isPrivate = command.isPrivate === true || manner === 'full';
    const origin = { manner, owner, ...askedAgain(shown, command, values) };
    const words = [...typed.values()].filter((one) => typeof one === 'string');
    const isAsked = manner === 'say' && page === 0;
    if (isAsked && house.editing !== undefined) count(house.editing.desk.tally, shown, words);
    const offered = below(house, shown, { of, words: words.join(' ') });
    if (offered !== undefined && shown.kind === 'miss') house.recent.missed(of, owner, words.join(' '));
    return { reply: shown, origin, page, isPrivate, below: offered };
  });
};

const run = async (house: House, command: AnyCommand, task: Task) => {
  const { of, typed, asker, guild } = task;
  const place = { channel: task.channel, person: task.owner };
  // Before anything is read: what a moderators' command finds may be unpublished.
  const moderator =
    command.for === 'moderators' ? await moderating(house.editing, { asker, guild }, of) : undefined;
  const index = house.index();
  const options = readOptions(command.options, typed, index);
  const asked: Asked<Options> = {
    options,
    index,
    story: index.story,
    before: house.recent.before(place),
    past: pastOf(house.editing),
    version: house.version,
    commands: [...house.commands.values()].filter((one) => house.editing !== undefined || !leansOnDesk(one)),
  };
  const reply = await replyOf(command, asked, {
    moderator,
    own: () => ownOf(house, asker),
    here: () => hereFor(house, { asker, guild, channel: task.channel, key: of }),
  });
  house.recent.told(place, reply);
  const values = Object.entries(command.options).map(([name, option]) => option.idOf(options[name]));
  return { reply, values };
};

/** What commands for others than readers are given, once it is known that they may have it. */
type Given = {
  readonly moderator: Moderating | undefined;
  readonly own: () => Own;
  readonly here: () => Here;
};

const leansOnDesk = (command: AnyCommand): boolean => !isReaders(command) || command.for === 'channels';

const replyOf = (command: AnyCommand, asked: Asked<Options>, { moderator, own, here }: Given): Replying => {
  switch (command.for) {
    case 'moderators':
      return moderator === undefined ? refuse(NOT_HERE) : command.run({ ...asked, ...moderator });
    case 'oneself':
      return command.run({ ...asked, own: own() });
    case 'channels':
      return command.run({ ...asked, here: here() });
    default:
      return command.run(asked);
  }
};

const ownOf = ({ editing }: House, asker: Who['asker']): Own => {
  if (asker === undefined) return refuse('Write the command with a slash, so that Discord tells who asks.');
  return { erase: async () => (editing === undefined ? 0 : editing.desk.erase(asker.id)) };
};

/** How a button asks for the same again. A whole topic is asked for by its id, whatever words had led there. */
const askedAgain = (
  reply: Reply,
  { name }: Pick<AnyCommand, 'name'>,
  values: readonly string[],
): Pick<Origin, 'command' | 'values'> => {
  if (reply.kind === 'several')
    return { command: 'ask', values: [reply.answers.map(({ topic }) => topic.id).join('+')] };
  return reply.kind === 'answer' && reply.title === reply.topic.title
    ? { command: 'ask', values: [reply.topic.id] }
    : { command: name, values };
};

const sourcesInFull = (reply: Reply): Page => {
  if (reply.kind !== 'answer' && reply.kind !== 'several')
    return refuse('There are no sources to show here.');
  const block = (citation: Citation): Block => ({ is: 'statement', citation });
  const [first, ...rest] = reply.citations;
  return {
    kind: 'page',
    heading: reply.kind === 'answer' ? `Sources: ${reply.title}` : 'Sources of both answers',
    blocks: [block(first), ...rest.map(block)],
    citations: [],
  };
};
