import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';

export type KnownOption = {
  readonly name: string;
  readonly type: number;
  readonly options?: readonly KnownOption[] | undefined;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | undefined;
  /** The bot suggests what it takes. */
  readonly autocomplete?: boolean | undefined;
};

/** What a command line needs to know of a command: as Discord publishes it. */
export type Known = {
  readonly name: string;
  readonly options?: readonly KnownOption[] | undefined;
};

export type Line = {
  /** The command's name, and its sub-command's: `fact add`. */
  readonly command: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
};

/**
 * A slash command as people type it: `/partners company:acme hide:true`. Words before the first `option:` belong to
 * the command's first option of words, so that `/ask why` needs no more; an option alone (`/ended hide`) is switched
 * on. What belongs to no option is kept under its own name, for the client to refuse. Nothing where the line is no
 * command.
 */
export const readLine = (line: string, commands: readonly Known[]): Line | undefined => {
  const [, command = '', rest = ''] = /^\/([\w-]+)(?:\s+(.*))?$/s.exec(line.trim()) ?? [];
  if (command === '') return undefined;
  const { path, rest: words, options } = descend(rest, command, commands);
  const typed: Record<string, string | number | boolean> = {};
  for (const { name, value } of parts(words, options)) {
    typed[name] = meant(
      value,
      options.find((option) => option.name === name),
    );
  }
  return { command: path.join(' '), options: typed };
};

/** Follows the words of a line into sub-commands, as far as they lead. */
export const descend = (
  rest: string,
  command: string,
  commands: readonly Known[],
): { readonly path: readonly string[]; readonly rest: string; readonly options: readonly KnownOption[] } => {
  const options = commands.find(({ name }) => name === command)?.options ?? [];
  const [, word = '', more = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
  if (!options.some((option) => isNested(option) && option.name === word))
    return { path: [command], rest, options };
  const inner = descend(more, word, options);
  return { ...inner, path: [command, ...inner.path] };
};

/** The option that the end of a line is about: what Tab completes. */
export const lastOption = (rest: string, options: readonly KnownOption[]) => parts(rest, options).at(-1);

const isNested = ({ type }: KnownOption): boolean =>
  type === Kind.Subcommand || type === Kind.SubcommandGroup;

const meant = (value: string, option: KnownOption | undefined): string | number | boolean => {
  const choice = option?.choices?.find(({ name }) => name.toLowerCase() === value.toLowerCase());
  if (choice !== undefined) return choice.value;
  const isNumber = option?.type === Kind.Integer || option?.type === Kind.Number;
  if (isNumber && value !== '' && !Number.isNaN(Number(value))) return Number(value);
  return option?.type === Kind.Boolean ? !/^(false|no|off)$/i.test(value) : value;
};

const parts = (rest: string, options: readonly KnownOption[]): { name: string; value: string }[] => {
  const names = options.map(({ name }) => name).join('|');
  const pieces = names === '' ? [rest] : rest.split(new RegExp(`(?:^|\\s)(${names}):`));
  const [lead = '', ...named] = pieces;
  return [
    ...(lead.trim() === '' ? [] : [leading(lead.trim(), options)]),
    ...named.flatMap((name, i) => (i % 2 === 0 ? [{ name, value: (named[i + 1] ?? '').trim() }] : [])),
  ];
};

const leading = (lead: string, options: readonly KnownOption[]): { name: string; value: string } => {
  const isFlag = options.some(({ name, type }) => name === lead && type === Kind.Boolean);
  if (isFlag) return { name: lead, value: 'true' };
  const [, strange, value = ''] = /^([a-z][a-z0-9_-]*):(?!\/\/)(\S.*)$/s.exec(lead) ?? [];
  if (strange !== undefined) return { name: strange, value };
  const first = options.find((option) => option.type !== Kind.Boolean && !isNested(option));
  return first === undefined ? { name: lead, value: '' } : { name: first.name, value: lead };
};
