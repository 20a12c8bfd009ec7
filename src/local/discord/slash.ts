import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  InteractionContextType,
  ApplicationCommandOptionType as Kind,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Channel, Member, World } from './world.ts';

/** What somebody typed after a command's name, by option. */
export type Typed = Readonly<Record<string, string | number | boolean>>;

/** A command line as the client sends it. */
export type Slash = { readonly name: string; readonly data: object };

type Sent = { name: string; type: Kind; value?: string | number | boolean; focused?: true; options?: Sent[] };

/** The commands that this member's client offers here. */
export function offered(world: World, member: Member, channel: Channel): APIApplicationCommand[] {
  return [...world.commands.values()].filter((command) => {
    if (command.guild_id !== undefined && command.guild_id !== channel.guild?.id) return false;
    const context = channel.guild ? InteractionContextType.Guild : InteractionContextType.BotDM;
    if (
      command.contexts
        ? !command.contexts.includes(context)
        : !channel.guild && command.dm_permission === false
    ) {
      return false;
    }
    if (!channel.guild || command.default_member_permissions === null) return true;
    if ((member.permissions & PermissionFlagsBits.Administrator) !== 0n) return true;
    const needed = BigInt(command.default_member_permissions);
    return needed !== 0n && (member.permissions & needed) === needed;
  });
}

/** The command line as the client would send it; throws, as the client would refuse, unless it is forged. */
export function slash(
  world: World,
  member: Member,
  channel: Channel,
  line: string,
  written: Typed,
  how: { readonly focused?: string; readonly forged?: boolean } = {},
): Slash {
  const [name = '', ...path] = line.trim().split(/\s+/);
  const isSlash = (command: APIApplicationCommand) =>
    command.type === ApplicationCommandType.ChatInput && command.name === name;
  // Where a server and the whole application have the same name, the server's own comes first.
  const found = [...offered(world, member, channel), ...(how.forged ? world.commands.values() : [])]
    .filter(isSlash)
    .sort((one, other) => Number(other.guild_id !== undefined) - Number(one.guild_id !== undefined))[0];
  if (!found && !how.forged)
    throw new Error(`/${name} is not a command that ${member.user.username} has here`);
  const known = descend(line, found?.options ?? [], path, how.forged === true);
  const typed = withPeople(world, known, written);
  if (!how.forged) refuseMistakes(line, known, typed, how.focused);
  const leaves = Object.entries(typed).map(([option, value]): Sent => {
    const kind = known.find((it) => it.name === option)?.type ?? kindOf(value);
    return { name: option, type: kind, value, ...(option === how.focused && { focused: true }) };
  });
  const options = path.reduceRight<Sent[]>(
    (inner, part, depth) => [
      {
        name: part,
        type: depth === path.length - 1 ? Kind.Subcommand : Kind.SubcommandGroup,
        options: inner,
      },
    ],
    leaves,
  );
  const data = {
    id: found?.id ?? world.snowflake(),
    name,
    type: ApplicationCommandType.ChatInput,
    ...(options.length > 0 && { options }),
    ...(found?.guild_id !== undefined && { guild_id: found.guild_id }),
  };
  return { name, data };
}

/** People are picked from a list by their names, and sent by their ids. */
function withPeople(world: World, known: readonly APIApplicationCommandOption[], typed: Typed): Typed {
  const idOf = (value: Typed[string]) =>
    [...world.people.values()].find(({ user }) => user.username === value)?.user.id ?? value;
  const isPerson = (name: string) => known.some((it) => it.name === name && it.type === Kind.User);
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, isPerson(name) ? idOf(value) : value]),
  );
}

function descend(
  line: string,
  options: readonly APIApplicationCommandOption[],
  path: readonly string[],
  forged: boolean,
): readonly APIApplicationCommandOption[] {
  const [part, ...rest] = path;
  const nested = options.filter((it) => it.type === Kind.Subcommand || it.type === Kind.SubcommandGroup);
  if (part === undefined) {
    if (nested.length === 0 || forged) return options;
    throw new Error(`/${line} needs one of: ${nested.map((it) => it.name).join(', ')}`);
  }
  const next = nested.find((it) => it.name === part);
  if (next) return descend(line, next.options ?? [], rest, forged);
  if (forged) return [];
  throw new Error(`/${line}: there is no sub-command ${part}`);
}

function refuseMistakes(
  line: string,
  known: readonly APIApplicationCommandOption[],
  typed: Typed,
  focused: string | undefined,
): void {
  for (const name of Object.keys(typed)) {
    if (!known.some((it) => it.name === name)) throw new Error(`/${line} has no option ${name}`);
  }
  if (focused !== undefined) {
    const option = known.find((it) => it.name === focused);
    if (!option || !('autocomplete' in option) || !option.autocomplete) {
      throw new Error(`/${line} ${focused} offers no suggestions`);
    }
    return;
  }
  for (const option of known) {
    const value = typed[option.name];
    if (value !== undefined) {
      const mistake = mistakeIn(option, value);
      if (mistake !== undefined) throw new Error(`/${line} ${option.name}: ${mistake}`);
    } else if (option.required) throw new Error(`/${line} needs the option ${option.name}`);
  }
}

function mistakeIn(
  option: APIApplicationCommandOption,
  value: string | number | boolean,
): string | undefined {
  if ('choices' in option && option.choices?.length && !option.choices.some((it) => it.value === value)) {
    return `${value} is not among the choices`;
  }
  switch (option.type) {
    case Kind.String:
      if (typeof value !== 'string') return 'is a text';
      if (value.trim() === '') return 'is empty';
      if (value.length < (option.min_length ?? 0)) return `is shorter than ${option.min_length}`;
      if (value.length > (option.max_length ?? 6000)) return `is longer than ${option.max_length ?? 6000}`;
      return undefined;
    case Kind.Integer:
    case Kind.Number:
      if (typeof value !== 'number') return 'is a number';
      if (option.type === Kind.Integer && !Number.isInteger(value)) return 'is a whole number';
      if (value < (option.min_value ?? -(2 ** 53))) return `is less than ${option.min_value}`;
      if (value > (option.max_value ?? 2 ** 53)) return `is more than ${option.max_value}`;
      return undefined;
    case Kind.User:
      return typeof value === 'string' && /^\d+$/.test(value) ? undefined : 'is nobody here';
    case Kind.Boolean:
      return typeof value === 'boolean' ? undefined : 'is true or false';
    default:
      return 'is of a kind that cannot be typed here';
  }
}

function kindOf(value: string | number | boolean): Kind {
  if (typeof value === 'boolean') return Kind.Boolean;
  return typeof value === 'number' ? Kind.Number : Kind.String;
}
