import { createInterface } from 'node:readline';
import type { Chat } from '../chat.ts';
import type { ShownMessage } from '../discord/open.ts';
import { buttonsOf } from '../message.ts';
import { inkFor, type Output, plainInk } from './ink.ts';
import { readIntent } from './intent.ts';
import { jsonLine } from './json.ts';
import { newFile, save } from './record.ts';
import { screenText } from './screen.ts';
import { type Turn, take } from './turn.ts';
import { help, welcome } from './words.ts';

export { CannotRecord } from './record.ts';

export type Terminal = {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: Output;
  /** Print each reply as one line of JSON. */
  readonly json?: boolean | undefined;
  /** A new file for what is typed, as a scripted chat. */
  readonly record?: string | undefined;
};

/** Wider lines are hard to read. */
const WIDEST = 100;

/** Lets somebody at a terminal, or a program at a pipe, talk with the bot until either has had enough. */
export const talk = async (chat: Chat, { input, output, json = false, record }: Terminal): Promise<void> => {
  const file = record === undefined ? undefined : await newFile(record);
  const isLive = !json && input.isTTY === true && output.isTTY === true;
  const page = () =>
    isLive ? { ink: inkFor(output), width: Math.min(output.columns ?? WIDEST, WIDEST) } : { ink: plainInk };
  const lines = createInterface({ input, terminal: isLive, ...(isLive && { output }) });
  const print = (text: string) => void output.write(`${text}\n`);
  input.once('close', () => lines.close());
  output.on('error', () => lines.close());

  const turns: Turn[] = [];
  let person = chat.member;
  let last: ShownMessage | undefined;
  const prompt = () => {
    if (!isLive) return;
    lines.setPrompt(`${page().ink.bold(person.name)} › `);
    lines.prompt();
  };

  if (isLive) print(welcome(page().ink));
  prompt();
  for await (const typed of lines) {
    const intent = readIntent(typed, chat.discord.commands());
    if (intent.is === 'quit') break;
    if (intent.is === 'help') print(help(page().ink));
    else if (intent.is === 'become') {
      const other = [chat.member, chat.moderator].find(({ name }) => name === intent.who);
      if (other) person = other;
      else print(`Nobody here is called ${intent.who}: be the member or the moderator.`);
    } else if (intent.is !== 'nothing') {
      const turn = await take(chat, person, intent, last);
      turns.push(turn);
      if ('outcome' in turn && turn.outcome.message && buttonsOf(turn.outcome.message).length > 0)
        last = turn.outcome.message;
      print(json ? jsonLine(turn) : `${screenText(turn, page(), isLive)}\n`);
    }
    prompt();
  }
  lines.close();
  if (isLive) print('');
  if (record !== undefined && file !== undefined) await save(record, file, turns);
};
