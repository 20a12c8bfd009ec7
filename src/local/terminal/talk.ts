import { createInterface } from 'node:readline';
import type { Chat } from '../chat.ts';
import type { Change, ShownMessage } from '../discord/open.ts';
import { isUnasked } from '../message.ts';
import { asksFor, beginFilling } from './filling.ts';
import { inkFor, type Output, plainInk } from './ink.ts';
import { jsonLine } from './json.ts';
import { keyboard } from './keyboard.ts';
import { newFile, save } from './record.ts';
import { messageText, screenText } from './screen.ts';
import { type Heard, openSession } from './session.ts';
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
export const talk = async (chat: Chat, { input, output, json, record }: Terminal): Promise<void> => {
  const file = record === undefined ? undefined : await newFile(record);
  const isLive = !json && input.isTTY === true && output.isTTY === true;
  const session = openSession(chat);
  const lines = isLive ? keyboard(input, output, session.find) : createInterface({ input });
  let isOpen = true;
  let isHeard = true;
  lines.once('close', () => {
    isOpen = false;
  });
  input.once('close', () => lines.close());
  output.on('error', () => {
    // Whoever read the answers (`| head`) may have gone: that is no fault, and ends the talk.
    isHeard = false;
    lines.close();
  });

  const page = () =>
    isLive ? { ink: inkFor(output), width: Math.min(output.columns ?? WIDEST, WIDEST) } : { ink: plainInk };
  const say = (text: string) => void (text === '' || output.write(`${text}\n`));
  const prompt = () => {
    if (!isLive || !isOpen) return;
    lines.setPrompt(`${page().ink.bold(session.speaker())} › `);
    lines.prompt();
  };
  const answer = (heard: Heard): string => {
    if (json) return heard.is === 'turn' ? jsonLine(heard.turn) : '';
    const text = readable(heard);
    return text === '' ? '' : `${text}\n`;
  };
  const readable = (heard: Heard): string => {
    if (heard.is === 'help') return help(page());
    if (heard.is === 'nobody')
      return `Nobody here is called ${heard.who}: be the member, the moderator or the second moderator.`;
    if (heard.is === 'closed') return 'The form is closed. Nothing was sent.';
    if (heard.is === 'field') {
      const asked = asksFor(heard.filling, page());
      return heard.wrong === undefined ? asked : `${page().ink.wrong(heard.wrong)}\n${asked}`;
    }
    if (heard.is === 'waiting') {
      const { message } = heard;
      const where = message.where === 'dm' ? 'A direct message' : `In #${message.where}`;
      return `${where}:\n\n${messageText(message, page())}`;
    }
    if (heard.is !== 'turn') return '';
    const { turn, complaint } = heard;
    if ('stopped' in turn) return page().ink.wrong(complaint);
    const { form } = turn.outcome;
    return form ? asksFor(beginFilling(form), page()) : screenText(turn.outcome, page(), isLive);
  };

  const told = (name: string) => (message: ShownMessage, change: Change) => {
    if (json || change !== 'new' || !isUnasked(message)) return;
    say(`\nA direct message to ${name}:\n\n${messageText(message, page())}\n`);
    prompt();
  };
  const people = [chat.member, chat.moderator, chat.secondModerator];
  const leave = people.map((person) => person.watch(told(person.name)));

  if (isLive) say(`${welcome(page())}\n`);
  prompt();
  try {
    for await (const typed of lines) {
      const heard = await session.hear(typed);
      if (heard.is === 'quit' || !isHeard) break;
      say(answer(heard));
      prompt();
    }
  } finally {
    for (const end of leave) end();
    lines.close();
    if (record !== undefined && file !== undefined) await save(record, file, session.turns);
  }
};
