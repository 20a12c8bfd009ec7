import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knowledge } from '../../src/knowledge/knowledge.ts';
import { schemaTexts } from '../../src/knowledge/schemas.ts';
import { copyOfLighthouse, emptyFolder, fileOf, handbill, lighthouse, run } from './lighthouse.ts';

test('schemas are written to a folder that need not be there', async () => {
  const schemas = join(emptyFolder(), 'new');
  const { isWell } = await knowledge(['schemas'], { knowledge: lighthouse, schemas });
  expect(isWell).toBe(true);
  expect(readdirSync(schemas).toSorted()).toEqual([...schemaTexts().keys()].toSorted());
  for (const [name, text] of schemaTexts()) expect(readFileSync(join(schemas, name), 'utf8')).toBe(text);
});

test('the fingerprint of a text is printed as sources.yaml holds it', async () => {
  const { lines } = await run(['fingerprint', fileOf(handbill)]);
  const [key, ...rows] = lines;
  expect(key).toBe('fingerprint:');
  expect(rows).toHaveLength(5);
  const sources = readFileSync(join(lighthouse, 'sources.yaml'), 'utf8');
  for (const row of rows) expect(sources).toContain(row.trim());
});

test('a story that cannot be read is refused with everything that is wrong', async () => {
  const folder = copyOfLighthouse();
  for (const file of ['story.yaml', 'sources.yaml']) rmSync(join(folder, file));
  for (const words of [['lines'], ['sources'], ['show', 'boats']])
    await expect(run(words, folder)).rejects.toThrow(
      'story.yaml · is not there\nsources.yaml · is not there',
    );
});
