import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { Filled, ShownForm } from '../discord/open.ts';
import { type Known, readLine } from '../line.ts';

/** What a typed line asks for. */
export type Intent =
  | { readonly is: 'nothing' }
  | { readonly is: 'help' }
  | { readonly is: 'quit' }
  | { readonly is: 'become'; readonly who: string }
  | Deed;

/** What the bot gets to see of it. */
export type Deed =
  | { readonly is: 'press'; readonly number: number }
  | { readonly is: 'choose'; readonly numbers: readonly number[] }
  | { readonly is: 'fill'; readonly form: ShownForm; readonly fields: Filled }
  | {
      readonly is: 'command';
      readonly line: string;
      readonly options: Readonly<Record<string, string | number | boolean>>;
      readonly where: 'general' | 'dm';
    }
  | { readonly is: 'message'; readonly text: string; readonly to: 'mention' | 'dm' };

/** Reads a line as it was typed at the terminal; words that are nothing else are a question for `/ask`. */
export const readIntent = (typed: string, commands: readonly Known[]): Intent => {
  const line = typed.trim();
  if (line === '') return { is: 'nothing' };
  if (/^(help|\?)$/i.test(line)) return { is: 'help' };
  if (/^(quit|exit)$/i.test(line)) return { is: 'quit' };
  if (/^\d{1,4}$/.test(line)) return { is: 'press', number: Number(line) };
  if (/^\d{1,4}(?:[\s,]+\d{1,4})+$/.test(line))
    return { is: 'choose', numbers: line.split(/[\s,]+/).map(Number) };
  if (/^none$/i.test(line)) return { is: 'choose', numbers: [] };
  const [, who] = /^as (?:an? |the )?([\w-]+(?: moderator)?)$/i.exec(line) ?? [];
  if (who !== undefined) return { is: 'become', who: who.toLowerCase().replace(' ', '-') };
  if (line.startsWith('@')) return { is: 'message', to: 'mention', text: withoutName(line) };
  const [, direct] = /^dm\s+(.+)$/is.exec(line) ?? [];
  if (direct?.startsWith('/')) return commandIn(direct, commands, 'dm');
  if (direct !== undefined) return { is: 'message', to: 'dm', text: direct };
  if (line.startsWith('/')) return commandIn(line, commands, 'general');
  return { is: 'command', line: 'ask', options: { [questionOf(commands)]: line }, where: 'general' };
};

const questionOf = (commands: readonly Known[]): string => {
  const options = commands.find(({ name }) => name === 'ask')?.options ?? [];
  return options.find(({ type }) => type === Kind.String)?.name ?? 'question';
};

const commandIn = (line: string, commands: readonly Known[], where: 'general' | 'dm'): Deed => {
  const { command, options } = readLine(line, commands) ?? { command: line.slice(1), options: {} };
  return { is: 'command', line: command, options, where };
};

/** `@ why` and `@receipts why` both mention the bot: there is nobody else to mention. */
const withoutName = (line: string): string => line.replace(/^@(?:(?:receipts|bot)\b)?[\s,:]*/i, '');
