import { DiscordAPIError } from 'discord.js';

/** What a member typed, a bot's token, an interaction's token: none of them belongs in a log. */
const tokens = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=interactions\/\d+\/|webhooks\/\d+\/)[^/\s]+/g;

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** An English word shorter than this tells nobody anything. In other scripts two letters may be a name. */
const SHORTEST = 3;

/** What an operator needs to mend a bug: its kind, its message without anybody's words, and its stack. */
export const bugReport = (error: unknown, typed: readonly string[]): string => {
  if (error instanceof DiscordAPIError)
    return `Discord answered ${error.status} (code ${error.code}) to ${error.method}: ${redact(error.message, typed)}\n${frames(error)}`;
  if (error instanceof Error)
    return `${error.name}: ${redact(error.message, typed)}${cause(error)}\n${frames(error)}`;
  return `Something other than an error was thrown: ${typeof error}`;
};

const redact = (message: string, typed: readonly string[]): string => {
  const told = typed
    .flatMap((text) => text.toLowerCase().match(words) ?? [])
    .filter((word) => word.length >= SHORTEST || /\P{ASCII}/u.test(word));
  return message
    .replace(tokens, '…')
    .replace(words, (word) => (told.some((one) => word.toLowerCase().includes(one)) ? '…' : word))
    .replace(/\s+/g, ' ');
};

/** What lay under it, by its name and code alone: "fetch failed" says nothing of why. */
const cause = ({ cause }: Error): string => {
  if (!(cause instanceof Error)) return '';
  return ` (because of ${cause.name}${'code' in cause && /^\w{1,40}$/.test(String(cause.code)) ? ` ${cause.code}` : ''})`;
};

/** The places in the code. The message, which a stack repeats, goes first: its lines may look like places too. */
const frames = ({ message, stack = '' }: Error): string =>
  stack
    .replace(message, () => '')
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
