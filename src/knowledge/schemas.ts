import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scriptSchema } from '../local/script.ts';
import { editorSchema, storyFiles } from '../story/schema.ts';
import type { Verb } from './verb.ts';

/** The JSON Schema of each kind of YAML file, as text: what editors read, and what a test compares with the files. */
export const schemaTexts = (): ReadonlyMap<string, string> => {
  const all = [
    ...storyFiles.map((file) => [file, editorSchema(file)] as const),
    ['conversation', scriptSchema()] as const,
  ];
  return new Map(all.map(([name, schema]) => [`${name}.json`, `${JSON.stringify(schema, null, 2)}\n`]));
};

/** Writes the schemas to their files. */
export const schemas: Verb = {
  usage: 'schemas',
  run: async (_, { schemas: folder }) => {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of schemaTexts()) await writeFile(join(folder, name), text);
    return { lines: [`Wrote ${[...schemaTexts().keys()].join(', ')} to ${folder}`], isWell: true };
  },
};
