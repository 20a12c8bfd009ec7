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

const words = ['as member', 'as moderator', 'as second moderator', 'dm ', 'help', 'quit'];

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
  const found = isCommand
    ? await inCommand(line, commands, suggest)
    : (await inCommand(`/ask ${line}`, commands.map(withoutFlags), suggest)).filter(({ pick }) => pick);
  return found.map((choice) => ({
    ...choice,
    line: before + (isCommand ? choice.line : choice.line.replace(/^\/ask /, '')),
  }));
};

const withoutFlags = (command: Offered): Offered => ({
  ...command,
  options: command.options?.filter(({ type }) => type !== Kind.Boolean),
});

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
  const { focused, value } = beingTyped(inner.rest, inner.options);
  const word = /(?:^|\s)([^\s:]*)$/.exec(inner.rest)?.[1];
  const isAlone = value === word && value !== '';
  const names = optionNames(line, word, inner.options, value === '' || isAlone ? undefined : focused);
  // `/partners company:acme hi`: a value stands there already, so that the next word begins an option.
  if (word && !isAlone && names.length > 0) return names;
  const found =
    focused === undefined ? [] : await valuesOf(focused, value, inner.path.join(' '), options, suggest);
  if (found.some(({ name }) => name === value) && word === '') return names;
  const upTo = value === '' ? line : line.slice(0, line.trimEnd().length - value.length);
  const picks = found.map((pick) => ({
    line: upTo + pick.name,
    shown: pick.name,
    ...(focused?.autocomplete && { pick: { option: focused.name, ...pick } }),
  }));
  return [...picks, ...(value === '' || isAlone ? names : [])];
};

/** The option at the end of a line and what stands in it so far; the first where nothing is typed yet. */
const beingTyped = (
  rest: string,
  options: readonly KnownOption[],
): { readonly focused?: KnownOption | undefined; readonly value: string } => {
  const last = lastOption(rest, options);
  if (last === undefined) return { focused: options.find(({ type }) => type !== Kind.Boolean), value: '' };
  const focused = options.find(({ name }) => name === last.name);
  const isNamed = ` ${rest}`.includes(` ${last.name}:`);
  return focused && (isNamed || focused.type !== Kind.Boolean)
    ? { focused, value: last.value }
    : { value: '' };
};

const named = (line: string, commands: readonly Offered[]): Choice[] =>
  commands
    .filter(({ name }) => `/${name}`.startsWith(line.toLowerCase()))
    .map(({ name, description }) => ({ line: `/${name} `, shown: `/${name}`, about: description }));

const optionNames = (
  line: string,
  word: string | undefined,
  known: readonly KnownOption[],
  taken: KnownOption | undefined,
): Choice[] => {
  if (word === undefined) return [];
  return known
    .filter((one) => one !== taken && !line.includes(` ${one.name}:`) && one.name.startsWith(word))
    .map(({ name }) => ({ line: `${line.slice(0, line.length - word.length)}${name}:`, shown: `${name}:` }));
};

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
