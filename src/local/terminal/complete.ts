import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { Suggestion } from '../discord/open.ts';
import { descend, type KnownOption, lastOption, readLine } from '../line.ts';
import type { Offered } from './offered.ts';

/** What the end of a line can become: the whole line then, how it is listed, and what its client would send for it. */
export type Choice = {
  readonly line: string;
  readonly shown: string;
  readonly about?: string;
  readonly pick?: { readonly option: string } & Suggestion;
};

/** Asks the bot what it suggests for an option of a command that is being typed. */
export type Suggest = (
  command: string,
  options: Readonly<Record<string, string | number | boolean>>,
  focused: string,
) => Promise<readonly Suggestion[]>;

const words = ['as member', 'as moderator', 'dm ', 'help', 'quit'];

/** Everything that a line up to the cursor can become. A plain question is completed as `/ask` would be. */
export const complete = async (
  typed: string,
  commands: readonly Offered[],
  suggest: Suggest,
): Promise<readonly Choice[]> => {
  const [, before = '', line = ''] = /^(\s*(?:dm\s+)?)(.*)$/s.exec(typed) ?? [];
  const own = words.filter((word) => line !== '' && word.startsWith(line.toLowerCase()));
  if (own.length > 0 && before.trim() === '') return own.map((word) => ({ line: word, shown: word }));
  const isCommand = line.startsWith('/') || line === '';
  const found = await inCommand(isCommand ? line : `/ask ${line}`, commands, suggest);
  return found.map((choice) => ({
    ...choice,
    line: before + (isCommand ? choice.line : choice.line.replace(/^\/ask /, '')),
  }));
};

const inCommand = async (
  line: string,
  commands: readonly Offered[],
  suggest: Suggest,
): Promise<readonly Choice[]> => {
  const [, command, rest] = /^\/([\w-]+)\s+(.*)$/s.exec(line) ?? [];
  if (command === undefined || rest === undefined) return named(line, commands);
  const inner = descend(rest, command, commands);
  if (inner.options.some(({ type }) => type === Kind.Subcommand || type === Kind.SubcommandGroup)) {
    const upTo = line.slice(0, line.length - inner.rest.length);
    return inner.options
      .filter(({ name }) => name.startsWith(inner.rest))
      .map(({ name }) => ({ line: `${upTo}${name} `, shown: name }));
  }
  const { options = {} } = readLine(line, commands) ?? {};
  const last = lastOption(inner.rest, inner.options);
  const value = last?.value ?? '';
  const word = /\s$/.test(line) ? '' : (value.split(/\s/).at(-1) ?? '');
  const names = optionNames(line, word, inner.options, options);
  // `/partners company:acme hi`: a value stands there already, so that the next word begins an option.
  if (word !== '' && word !== value && names.length > 0) return names;
  const focused = inner.options.find(({ name }) => name === last?.name) ?? firstOf(inner.options);
  const values =
    focused === undefined ? [] : await valuesOf(focused, value, inner.path.join(' '), options, suggest);
  const isWhole = values.some(({ name }) => name === value);
  const upTo = line.slice(0, line.trimEnd().length - value.length) + (value === '' ? gap(line) : '');
  const picks = values.map((pick) => ({
    line: upTo + pick.name,
    shown: pick.name,
    ...(focused?.autocomplete && { pick: { option: focused.name, ...pick } }),
  }));
  return isWhole && word === '' ? names : [...picks, ...(value === '' || word === value ? names : [])];
};

const gap = (line: string): string => /\s*$/.exec(line)?.[0] ?? '';

const named = (line: string, commands: readonly Offered[]): Choice[] =>
  commands
    .filter(({ name }) => `/${name}`.startsWith(line.toLowerCase()))
    .map(({ name, description }) => ({ line: `/${name} `, shown: `/${name}`, about: description }));

const optionNames = (
  line: string,
  word: string,
  known: readonly KnownOption[],
  used: Readonly<Record<string, unknown>>,
): Choice[] =>
  known
    .filter(
      ({ name }) => !line.includes(` ${name}:`) && name.startsWith(word) && (word !== '' || !(name in used)),
    )
    .map(({ name }) => ({
      line: `${line.slice(0, line.length - word.length)}${name}:`,
      shown: `${name}:`,
    }));

const firstOf = (options: readonly KnownOption[]): KnownOption | undefined =>
  options.find(({ type }) => type !== Kind.Boolean);

const valuesOf = async (
  option: KnownOption,
  typed: string,
  command: string,
  options: Readonly<Record<string, string | number | boolean>>,
  suggest: Suggest,
): Promise<readonly Suggestion[]> => {
  const begins = ({ name }: Suggestion) => name.toLowerCase().startsWith(typed.toLowerCase());
  if (option.type === Kind.Boolean)
    return ['true', 'false'].map((name) => ({ name, value: name })).filter(begins);
  if (option.choices !== undefined) return option.choices.filter(begins);
  if (option.autocomplete !== true) return [];
  return suggest(command, { ...options, [option.name]: typed }, option.name).catch(() => []);
};
