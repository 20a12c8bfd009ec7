import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStory } from './bot.ts';
import { messagesFor } from './discord/render/render.ts';
import { scriptSchema } from './local/script.ts';
import { refuse } from './refusal.ts';
import { fingerprint } from './story/fingerprint.ts';
import { houseRules } from './story/rules/rules.ts';
import { editorSchema, storyFiles } from './story/schema.ts';

/** The curators' commands, behind `npm run knowledge --`. */
const verbs = 'check · schemas · fingerprint FILE';

export type Place = { readonly knowledge: string; readonly schemas: string };

/** Runs one of them; what it prints, and whether all was well. Refuses a command that there is not. */
export const knowledge = async (
  [verb, file]: readonly string[],
  { knowledge: folder, schemas }: Place,
): Promise<{ readonly lines: readonly string[]; readonly isWell: boolean }> => {
  switch (verb) {
    case 'check':
      return checkStory(folder);
    case 'schemas':
      return writeSchemas(schemas);
    case 'fingerprint':
      return {
        lines: await printFingerprint(file ?? refuse('Which text? knowledge fingerprint FILE')),
        isWell: true,
      };
    default:
      return refuse(`There is no "knowledge ${verb ?? ''}". There are: ${verbs}`);
  }
};

const checkStory = async (folder: string) => {
  const opened = await openStory(folder);
  if ('faults' in opened) {
    const many = `${opened.faults.length} problem${opened.faults.length === 1 ? '' : 's'} in ${folder}`;
    return { lines: [...opened.faults, many], isWell: false };
  }
  const { topics, facts, statements, sources, actors } = opened.index.story;
  return {
    lines: [
      `${folder}: ${facts.size} facts, ${topics.size} topics, ${sources.size} sources, ${statements.size} statements, ${actors.size} actors`,
      'Every house rule is kept:',
      ...houseRules(messagesFor).map(({ name, why }) => `  ${name}: ${why}`),
    ],
    isWell: true,
  };
};

/** The JSON Schema of each kind of YAML file, as text: what editors read, and what a test compares with the files. */
export const schemaTexts = (): ReadonlyMap<string, string> => {
  const schemas = [
    ...storyFiles.map((file) => [file, editorSchema(file)] as const),
    ['conversation', scriptSchema()] as const,
  ];
  return new Map(schemas.map(([name, schema]) => [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]));
};

const writeSchemas = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of schemaTexts()) await writeFile(join(folder, name), text);
  return { lines: [`Wrote ${[...schemaTexts().keys()].join(', ')} to ${folder}`], isWell: true };
};

const printFingerprint = async (file: string): Promise<string[]> => {
  const text = await readFile(file, 'utf8').catch(() => refuse(`${file} cannot be read.`));
  return ['fingerprint:', ...fingerprint(text.trimEnd()).map((line) => `  - "${line}"`)];
};
