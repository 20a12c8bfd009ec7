import { DiscordAPIError } from 'discord.js';

/** What a member typed, a bot's token, an interaction's token: none of them belongs in a log. */
const tokens = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=interactions\/\d+\/|webhooks\/\d+\/)[^/\s]+/g;

/** A word shorter than this tells nobody anything, and stands in every stack. */
const SHORTEST = 3;

/** What an operator needs to mend a bug: its kind, its message without anybody's words, and its stack. */
export const bugReport = (error: unknown, typed: readonly string[]): string => {
  if (error instanceof DiscordAPIError)
    return `Discord answered ${error.status} (code ${error.code}) to ${error.method}: ${redact(error.message, typed)}\n${frames(error)}`;
  if (error instanceof Error) return `${error.name}: ${redact(error.message, typed)}\n${frames(error)}`;
  return `Something other than an error was thrown: ${typeof error}`;
};

const redact = (message: string, typed: readonly string[]): string =>
  typed
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((so, word) => so.replaceAll(word, '…'), message.replace(tokens, '…'));

/** The places in the code, without the first lines of a stack: those repeat the message. */
const frames = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/** Keeps bugs for the operator, each under a short id that the member's apology quotes. */
export const bugLog =
  (write: (text: string) => void, newId: () => string) =>
  (error: unknown, typed: readonly string[]): string => {
    const id = newId();
    write(`Bug ${id}: ${bugReport(error, typed)}`);
    return id;
  };
