import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Story } from '../story/model.ts';
import type { AnyCommand, CommandGroup } from './command.ts';
import { HIDE } from './published.ts';

export type Commands = ReadonlyMap<string, AnyCommand>;

/** Buttons under answers lead back to it. */
const NEEDED = 'ask';

/** Discord's limits on slash commands. */
const MOST_COMMANDS = 100;
const named = /^[a-z][a-z0-9-]{0,31}$/;
const MOST_DESCRIPTION = 100;
const MOST_OPTIONS = 25;

/** The commands of a folder, one a file; or a sentence for everything that is wrong with them. Nothing is skipped in silence. */
export const loadCommands = async (
  folder: string,
): Promise<{ readonly commands: Commands } | { readonly problems: readonly string[] }> => {
  const entries = await readdir(folder).catch(codeOf);
  if (typeof entries === 'string') return { problems: [`The folder ${folder} cannot be read (${entries})`] };
  const files = entries.filter((file) => /\.[cm]?[jt]s$/.test(file)).sort();
  const commands = new Map<string, AnyCommand>();
  const problems: string[] = [];
  for (const file of files) {
    const loaded = await load(join(folder, file), file);
    if (typeof loaded === 'string') problems.push(loaded);
    else for (const one of loaded) commands.set(one.name, one);
  }
  if (files.length > MOST_COMMANDS)
    problems.push(`${folder} holds ${files.length} commands; Discord takes ${MOST_COMMANDS}`);
  if (problems.length === 0 && !commands.has(NEEDED))
    problems.push(`${folder} has no command "${NEEDED}": buttons lead to it`);
  return problems.length > 0 ? { problems } : { commands };
};

/** Commands that point at topics which the story does not have. */
export const missingTopics = (commands: Commands, story: Story): string[] =>
  [...commands.values()].flatMap(({ name, topic }) =>
    topic === undefined || story.topics.has(topic)
      ? []
      : [`/${name} answers with a topic that is not there: "${topic}"`],
  );

const load = async (path: string, file: string): Promise<readonly AnyCommand[] | string> => {
  const loaded: { default?: unknown } | string = await import(pathToFileURL(path).href).catch(
    (error: unknown) => `${file} cannot be loaded: ${error instanceof Error ? error.message : 'it threw'}`,
  );
  if (typeof loaded === 'string') return loaded;
  const { default: found } = loaded;
  if (!isCommand(found) && !isGroup(found)) return `${file} exports no command as its default`;
  const expected = file.replace(/\.[cm]?[jt]s$/, '');
  if (found.name !== expected)
    return `${file} holds the command "${found.name}": file and command must have one name`;
  const parts = 'commands' in found ? found.commands : [found];
  const faults = [
    ...('commands' in found ? describedFaults([found]) : []),
    ...parts.flatMap((one) => commandFaults(one)),
    ...(parts.length > MOST_OPTIONS
      ? [`it has ${parts.length} commands; there is room for ${MOST_OPTIONS}`]
      : []),
    ...(new Set(parts.map(({ name }) => name)).size < parts.length
      ? ['two of its commands have one name']
      : []),
  ];
  if (faults.length > 0) return `${file}: ${faults.join('; ')}`;
  return 'commands' in found
    ? found.commands.map((one) => ({ ...one, name: `${found.name} ${one.name}`, group: found.description }))
    : [found];
};

type Described = { readonly name: string; readonly description: string };

const describedFaults = (all: readonly Described[]): string[] => [
  ...all.filter(({ name }) => !named.test(name)).map(({ name }) => `"${name}" is no name for Discord`),
  ...all
    .map(({ description }) => description)
    .filter((text) => text === '' || text.length > MOST_DESCRIPTION)
    .map((text) => `the description "${text.slice(0, 40)}…" must have 1 to ${MOST_DESCRIPTION} characters`),
];

const commandFaults = (found: AnyCommand): string[] => {
  const options = Object.entries(found.options);
  const most = found.isPrivate ? MOST_OPTIONS : MOST_OPTIONS - 1;
  return [
    ...describedFaults([found, ...options.map(([name, { description }]) => ({ name, description }))]),
    ...(HIDE.name in found.options ? [`"${HIDE.name}" is an option that every command has already`] : []),
    ...(options.length > most ? [`it has ${options.length} options; there is room for ${most}`] : []),
  ];
};

const shape = z.object({
  name: z.string(),
  description: z.string(),
  options: z.record(
    z.string(),
    z.object({ description: z.string(), read: z.function(), idOf: z.function() }),
  ),
  run: z.function(),
});

const group = z.object({ name: z.string(), description: z.string(), commands: z.array(shape).min(1) });

const isCommand = (value: unknown): value is AnyCommand => shape.safeParse(value).success;

const isGroup = (value: unknown): value is CommandGroup => group.safeParse(value).success;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
