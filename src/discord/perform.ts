import { Refusal, refuse } from '../refusal.ts';
import type { Citation } from '../story/answer.ts';
import type { Command } from './command.ts';
import type { House } from './house.ts';
import type { Typed } from './incoming.ts';
import { type Observation, observation } from './observation.ts';
import { readOptions } from './options.ts';
import type { Press } from './press.ts';
import { heading, type Message, message } from './render/message.ts';
import { clip, plain } from './render/plain.ts';
import { type Origin, render } from './render/render.ts';
import type { Block, Page, Reply } from './reply.ts';

/** What was asked of a command, and of whose message its buttons will be. */
export type Task = {
  /** Discord's id of what is answered. */
  readonly of: string;
  readonly command: string;
  readonly typed: Typed;
  readonly manner?: Press['manner'];
  readonly page?: number;
  readonly owner: string;
};

/** A message, and whether it must be for the asker alone. */
export type Performed = {
  readonly message: Message;
  readonly isPrivate: boolean;
  /** A refusal or a bug: it must not take the place of what others are reading. */
  readonly isFailure?: boolean;
};

/**
 * Runs a command and renders its reply. Whatever goes wrong ends as a message for the asker alone: a refusal as it
 * was written, a bug as an apology with the id under which it is kept.
 */
export const perform = (
  house: House,
  { of, command: name, typed, manner = 'say', page = 0, owner }: Task,
): Performed => {
  const began = performance.now();
  const observe = (seen: Pick<Observation, 'kind'> & Partial<Observation>) =>
    house.observe({
      facts: [],
      citations: [],
      offers: [],
      ...seen,
      of,
      command: name,
      ms: performance.now() - began,
    });
  try {
    const command =
      house.commands.get(name) ?? refuse(`There is no command called /${name} any more. See /help.`);
    const { reply, values } = run(house, command, typed);
    const shown = manner === 'full' ? sourcesInFull(reply) : reply;
    const rendered = render(shown, { manner, owner, ...askedAgain(reply, command, values) }, page);
    observe(observation(shown));
    return { message: rendered, isPrivate: command.isPrivate === true || manner === 'full' };
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    observe({ kind: isRefusal ? 'refusal' : 'bug' });
    return {
      message: isRefusal
        ? sentence(error.message)
        : apology(house.report(error, [...typed.values()].map(String))),
      isPrivate: true,
      isFailure: true,
    };
  }
};

/** Says in a sentence why something was not done. */
export const refusal = (house: House, of: string, words: string): Performed => {
  house.observe({ of, command: '', kind: 'refusal', facts: [], citations: [], offers: [], ms: 0 });
  return { message: sentence(words), isPrivate: true };
};

const sentence = (words: string): Message => message({ texts: [plain(clip(words, 1000))] });

/** Said where a bug kept us from answering. */
export const apology = (id: string): Message =>
  message({
    texts: [
      heading('Something went wrong on our side'),
      `Nothing was lost or changed. If it happens again, tell the bot’s operator this number: ${id}`,
    ],
  });

const run = (house: House, command: Command, typed: Typed) => {
  const index = house.index();
  const options = readOptions(command.options, typed, index);
  const reply = command.run({
    options,
    index,
    story: index.story,
    version: house.version,
    commands: [...house.commands.values()],
  });
  const values = Object.entries(command.options).map(([name, option]) => option.idOf(options[name]));
  return { reply, values };
};

/** How a button asks for the same again. A whole topic is asked for by its id, whatever words had led there. */
const askedAgain = (
  reply: Reply,
  { name }: Command,
  values: readonly string[],
): Pick<Origin, 'command' | 'values'> =>
  reply.kind === 'answer' && reply.title === reply.topic.title
    ? { command: 'ask', values: [reply.topic.id] }
    : { command: name, values };

const sourcesInFull = (reply: Reply): Page => {
  if (reply.kind !== 'answer') return refuse('There are no sources to show here.');
  const block = (citation: Citation): Block => ({ is: 'statement', citation });
  const [first, ...rest] = reply.citations;
  return {
    kind: 'page',
    heading: `Sources: ${reply.title}`,
    blocks: [block(first), ...rest.map(block)],
    citations: [],
  };
};
