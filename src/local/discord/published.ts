import { type APIApplicationCommand, ApplicationIntegrationType } from 'discord-api-types/v10';
import { z } from 'zod';
import { type CommandBody, commandBodies, commandBody } from './command-body.ts';
import { check } from './form.ts';
import { Problem } from './problem.ts';
import type { World } from './world.ts';

/** The commands of one scope: a server's own, or without a server the global ones. */
export type Published = {
  list(): APIApplicationCommand[];
  get(id: string): APIApplicationCommand;
  create(body: unknown): { readonly command: APIApplicationCommand; readonly isNew: boolean };
  replaceAll(body: unknown): APIApplicationCommand[];
  change(id: string, body: unknown): APIApplicationCommand;
  remove(id: string): void;
};

const limits = { 1: 100, 2: 15, 3: 15 } as const;

/** The publishing desk of one scope: valid commands only, and Discord's own defaults filled in. */
export function published(world: World, guild: string | undefined): Published {
  const mine = () => [...world.commands.values()].filter((command) => command.guild_id === guild);
  const same = (body: CommandBody) =>
    mine().find(({ name, type }) => name === body.name && type === body.type);

  const keep = (body: CommandBody, before: APIApplicationCommand | undefined) => {
    const command = complete(world, guild, body, before);
    world.commands.set(command.id, command);
    return command;
  };

  const get = (id: string) => {
    const command = world.commands.get(id);
    if (!command || command.guild_id !== guild) throw new Problem(10063);
    return command;
  };

  return {
    list: mine,
    get,
    create(body) {
      const wanted = commandBody(body);
      const before = same(wanted);
      if (!before) room([...mine(), wanted]);
      count(world, guild, before ? 0 : 1);
      return { command: keep(wanted, before), isNew: !before };
    },
    replaceAll(body) {
      const wanted = commandBodies(body);
      room(wanted);
      const before = wanted.map(same);
      count(world, guild, before.filter((one) => one === undefined).length);
      for (const command of mine()) world.commands.delete(command.id);
      return wanted.map((one, index) => keep(one, before[index]));
    },
    change(id, body) {
      const before = get(id);
      const wanted = commandBody({ ...before, ...check(z.looseObject({}), body), type: before.type });
      const other = same(wanted);
      if (other && other.id !== id) {
        const error = {
          code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
          message: 'Application command names must be unique',
        };
        throw new Problem(50035, { name: { _errors: [error] } });
      }
      return keep(wanted, before);
    },
    remove(id) {
      world.commands.delete(get(id).id);
    },
  };
}

function room(commands: readonly { readonly type: number }[]): void {
  for (const [type, limit] of Object.entries(limits)) {
    if (commands.filter((command) => String(command.type) === type).length > limit) throw new Problem(30032);
  }
}

function count(world: World, guild: string | undefined, made: number): void {
  const now = world.now();
  const today = (world.creations.get(guild) ?? []).filter((at) => now - at < 86_400_000);
  if (made > 0 && today.length + made > 200) throw new Problem(30034);
  world.creations.set(guild, [...today, ...Array<number>(made).fill(now)]);
}

function complete(
  world: World,
  guild: string | undefined,
  body: CommandBody,
  before: APIApplicationCommand | undefined,
): APIApplicationCommand {
  const { default_member_permissions, contexts, integration_types, nsfw, dm_permission, ...rest } = body;
  const command = {
    id: before?.id ?? world.snowflake(),
    application_id: world.bot.id,
    version: before?.version ?? '',
    default_member_permissions: default_member_permissions ?? null,
    ...rest,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations:
      ('description_localizations' in body && body.description_localizations) || null,
    ...(guild === undefined ? { dm_permission: dm_permission ?? true } : { guild_id: guild }),
    contexts: contexts ?? null,
    integration_types: integration_types ?? [ApplicationIntegrationType.GuildInstall],
    nsfw: nsfw ?? false,
    ...('options' in body && { options: body.options?.map(withoutFalsities) }),
  };
  const plain = JSON.parse(JSON.stringify(command)) as APIApplicationCommand;
  const changed = before === undefined || JSON.stringify(before) !== JSON.stringify(plain);
  return changed ? { ...plain, version: world.snowflake() } : plain;
}

// Discord gives `required` and `autocomplete` back only where they are true.
function withoutFalsities(option: object): object {
  return Object.fromEntries(
    Object.entries(option).flatMap(([field, value]) => {
      if ((field === 'required' || field === 'autocomplete') && value !== true) return [];
      if (field === 'options' && Array.isArray(value)) return [[field, value.map(withoutFalsities)]];
      return [[field, value]];
    }),
  );
}
