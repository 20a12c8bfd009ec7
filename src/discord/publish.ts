import { isDeepStrictEqual } from 'node:util';
import type { REST } from 'discord.js';
import {
  type APIApplicationCommand,
  type RESTGetCurrentApplicationResult,
  Routes,
} from 'discord-api-types/v10';
import type { Commands } from './load.ts';
import { published } from './published.ts';

/** What differs between the commands in the folder and those that Discord has. */
export type Difference = { readonly is: 'new' | 'changed' | 'gone' | 'same'; readonly name: string };

type Wanted = ReturnType<typeof published>;

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
  const wanted = [...commands.values()].map(published);

  const differences = [
    ...wanted.map((body) => {
      const one = present.find(({ name }) => name === body.name);
      const is = one === undefined ? 'new' : isSame(body, one, guild !== undefined) ? 'same' : 'changed';
      return { is, name: body.name, write: () => rest.post(all, { body }) } as const;
    }),
    ...present
      .filter(({ name }) => !commands.has(name))
      .map(({ name, id }) => ({ is: 'gone', name, write: () => rest.delete(`${all}/${id}`) }) as const),
  ];
  if (!isRehearsal) for (const { is, write } of differences) if (is !== 'same') await write();
  return differences.map(({ is, name }) => ({ is, name }));
};

/** Compares what we say, not what Discord adds; in a server's own commands Discord keeps no contexts. */
const isSame = (wanted: Wanted, present: APIApplicationCommand, isGuild: boolean): boolean => {
  const comparable = (one: Wanted | APIApplicationCommand) => ({
    description: one.description,
    options: (one.options ?? []).map((option) => ({
      type: option.type,
      name: option.name,
      description: option.description,
      required: option.required ?? false,
      autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
      longest: 'max_length' in option ? option.max_length : undefined,
    })),
    ...(isGuild
      ? {}
      : { contexts: one.contexts?.toSorted(), integrationTypes: one.integration_types?.toSorted() }),
  });
  return isDeepStrictEqual(comparable(wanted), comparable(present));
};
