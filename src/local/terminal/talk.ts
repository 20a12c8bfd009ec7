import { createInterface } from 'node:readline';
import type { Chat } from '../chat.ts';
import type { Person, ShownMessage } from '../discord/open.ts';
import { buttonsOf } from '../message.ts';
import { complaint } from './complaint.ts';
import { type Choice, complete } from './complete.ts';
import { inkFor, type Output, plainInk } from './ink.ts';
import { type Deed, readIntent } from './intent.ts';
import { jsonLine } from './json.ts';
import { offeredTo, slashCommands } from './offered.ts';
import { newFile, save } from './record.ts';
import { screenText } from './screen.ts';
import { tabKey } from './tab.ts';
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
export const talk = async (chat: Chat, terminal: Terminal): Promise<void> => {
  const { input, output, json = false, record } = terminal;
  const file = record === undefined ? undefined : await newFile(record);
  const isLive = !json && input.isTTY === true && output.isTTY === true;
  const page = () =>
    isLive ? { ink: inkFor(output), width: Math.min(output.columns ?? WIDEST, WIDEST) } : { ink: plainInk };
  const print = (text: string) => void output.write(`${text}\n`);

  const turns: Turn[] = [];
  const picks = new Map<string, string | number>();
  let person = chat.member;
  let last: ShownMessage | undefined;

  const find = async (typed: string) => {
    const choices = await complete(typed, offeredTo(person, chat), person.suggest);
    for (const { pick } of choices) if (pick) picks.set(pickKey(pick.option, pick.name), pick.value);
    return choices;
  };
  const lines = isLive ? keyboard(input, output, find) : createInterface({ input });
  const prompt = () => {
    if (!isLive) return;
    lines.setPrompt(`${page().ink.bold(person.name)} › `);
    lines.prompt();
  };
  input.once('close', () => lines.close());
  // A reader that has gone away (`| head`) ends the talk and is no fault.
  output.on('error', () => lines.close());

  if (isLive) print(welcome(page().ink));
  prompt();
  for await (const typed of lines) {
    const intent = readIntent(typed, slashCommands(chat.discord.commands()));
    if (intent.is === 'quit') break;
    if (intent.is === 'help') print(`${help(page().ink)}\n`);
    else if (intent.is === 'become') {
      const other = named(intent.who, chat);
      if (other) person = other;
      else print(`Nobody here is called ${intent.who}: be the member or the moderator.\n`);
    } else if (intent.is !== 'nothing') {
      const turn = await take(chat, person, withPicks(intent, picks), last);
      turns.push(turn);
      if (json) print(jsonLine(turn));
      else if ('stopped' in turn)
        print(`${page().ink.wrong(complaint(turn, slashCommands(chat.discord.commands())))}\n`);
      else print(`${screenText(turn.outcome, page(), isLive)}\n`);
      last = newestWithButtons(turn) ?? last;
    }
    prompt();
  }
  lines.close();
  if (record !== undefined && file !== undefined) await save(record, file, turns);
};

const keyboard = (
  input: Terminal['input'],
  output: Output,
  find: (typed: string) => Promise<readonly Choice[]>,
) => {
  const onTab = tabKey(find, {
    put: (line) => {
      lines.write(null, { ctrl: true, name: 'u' });
      lines.write(line);
    },
    list: (text) => {
      output.write(`\n${text}\n`);
      lines.prompt(true);
    },
  });
  const lines = createInterface({
    input,
    output,
    terminal: true,
    completer: (typed: string, done: (error: null, found: [string[], string]) => void) =>
      void onTab(typed).then(() => done(null, [[], typed])),
  });
  lines.once('close', () => output.write('\n'));
  return lines;
};

const named = (who: string, { member, moderator }: Chat): Person | undefined =>
  [member, moderator].find(({ name }) => name === who);

const newestWithButtons = (turn: Turn): ShownMessage | undefined => {
  const message = 'outcome' in turn ? turn.outcome.message : undefined;
  return message && buttonsOf(message).length > 0 ? message : undefined;
};

const pickKey = (option: string, name: string): string => `${option}:${name}`;

/** What was picked is shown by its name and sent by its value, as in Discord. */
const withPicks = (deed: Deed, picks: ReadonlyMap<string, string | number>): Deed => {
  if (deed.is !== 'command') return deed;
  const options = Object.entries(deed.options).map(([name, value]) => [
    name,
    picks.get(pickKey(name, String(value))) ?? value,
  ]);
  return { ...deed, options: Object.fromEntries(options) };
};
