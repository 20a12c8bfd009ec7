import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord-api-types/v10';
import { type AnyCommand, isReaders } from './command.ts';
import type { Commands } from './load.ts';
import { published } from './published.ts';

/** What differs between the commands in the folder and those that Discord has. */
export type Difference = { readonly is: 'new' | 'changed' | 'gone' | 'same'; readonly name: string };

type Wanted = ReturnType<typeof published>[number];

/**
 * Brings Discord's commands to those of the folder, writing only what differs: creations are counted, 200 a day
 * for each server. With `isRehearsal` nothing is written. With `guild` they show up there at once, and there alone.
 */
export const publishCommands = async (
  rest: REST,
  commands: Commands,
  { guild, isRehearsal }: { readonly guild: string | undefined; readonly isRehearsal: boolean },
): Promise<readonly Difference[]> => {
  const application = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const all =
    guild === undefined
      ? Routes.applicationCommands(application.id)
      : Routes.applicationGuildCommands(application.id, guild);
  const present = (await rest.get(all)) as APIApplicationCommand[];
  const wanted = published(commands.values());

  const differences = [
    ...wanted.map((body) => {
      const one = present.find(({ name }) => name === body.name);
      const is = one === undefined ? 'new' : isSame(body, one, guild !== undefined) ? 'same' : 'changed';
      return { is, name: body.name, write: () => rest.post(all, { body }) } as const;
    }),
    ...present
      .filter(({ name }) => !wanted.some((one) => one.name === name))
      .map(({ name, id }) => ({ is: 'gone', name, write: () => rest.delete(`${all}/${id}`) }) as const),
  ];
  if (!isRehearsal) for (const { is, write } of differences) if (is !== 'same') await write();
  return differences.map(({ is, name }) => ({ is, name }));
};

/** Commands, and the server that is to have them; everywhere, where none is named. */
export type Place = { readonly guild: string | undefined; readonly commands: Commands };

/**
 * Which commands belong where: the readers' everywhere, the moderators' only in the home servers, where editing is
 * allowed. With `guild`, what belongs there goes there, and nothing anywhere else.
 */
export const places = (
  commands: Commands,
  { guild, homes }: { readonly guild: string | undefined; readonly homes: readonly string[] },
): readonly Place[] => {
  const some = (isWanted: (command: AnyCommand) => boolean): Commands =>
    new Map([...commands].filter(([, command]) => isWanted(command)));
  if (guild !== undefined)
    return [{ guild, commands: some((one) => isReaders(one) || homes.includes(guild)) }];
  const moderators = some((one) => !isReaders(one));
  return [
    { guild, commands: some(isReaders) },
    ...homes.map((home) => ({ guild: home, commands: moderators })),
  ];
};

/** Compares what we say, not what Discord adds; in a server's own commands Discord keeps no contexts. */
const isSame = (wanted: Wanted, present: APIApplicationCommand, isGuild: boolean): boolean => {
  const comparable = (one: Wanted | APIApplicationCommand) => ({
    description: one.description,
    rights: one.default_member_permissions ?? undefined,
    options: (one.options ?? []).map(comparableOption),
    ...(isGuild
      ? {}
      : { contexts: one.contexts?.toSorted(), integrationTypes: one.integration_types?.toSorted() }),
  });
  return isDeepStrictEqual(comparable(wanted), comparable(present));
};

const comparableOption = (option: APIApplicationCommandOption): object => ({
  type: option.type,
  name: option.name,
  description: option.description,
  required: option.required ?? false,
  autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
  most: 'max_value' in option ? option.max_value : undefined,
  longest: 'max_length' in option ? option.max_length : undefined,
  options: 'options' in option ? (option.options ?? []).map(comparableOption) : [],
});
