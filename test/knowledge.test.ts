import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStory } from '../src/bot.ts';
import { knowledge } from '../src/knowledge/knowledge.ts';
import { schemaTexts } from '../src/knowledge/schemas.ts';
import { find } from '../src/story/find.ts';
import { storyFiles } from '../src/story/schema.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const others = join(root, 'test/stories');

const folders = [
  'knowledge',
  ...(existsSync(others) ? readdirSync(others) : []).map((name) => `test/stories/${name}/knowledge`),
].filter((folder) => existsSync(join(root, folder)));

const place = { knowledge: join(root, 'knowledge'), schemas: join(root, 'schemas') };

test.each(folders)('%s keeps every house rule', async (folder) => {
  const opened = await openStory(join(root, folder));
  expect('faults' in opened ? opened.faults : []).toEqual([]);
});

test.each(folders)(
  'in %s every title and every way of asking, as it was written, is answered by its topic',
  async (folder) => {
    const opened = await openStory(join(root, folder));
    if ('faults' in opened) return expect.fail(opened.faults.join('\n'));
    const { index } = opened;
    const astray = [...index.story.topics.values()].flatMap((topic) =>
      [topic.title, ...topic.asked].filter((asked) => {
        const { found } = find(index, asked);
        return found.length !== 1 || found[0].topic !== topic;
      }),
    );
    expect(astray).toEqual([]);
  },
);

test('the shipped story is as large as it is said to be', async () => {
  const opened = await openStory(place.knowledge);
  if ('faults' in opened) return expect.fail(opened.faults.join('\n'));
  const { facts, topics, sources } = opened.index.story;
  expect(facts.size).toBeGreaterThanOrEqual(30);
  expect(topics.size).toBeGreaterThanOrEqual(20);
  expect(sources.size).toBeGreaterThanOrEqual(12);
});

test.each([...schemaTexts()])('schemas/%s is what the program would write', (name, text) => {
  expect(readFileSync(join(place.schemas, name), 'utf8')).toBe(text);
});

test('schemas/ holds these and no other, one for each file of a story among them', () => {
  const names = [...schemaTexts().keys()];
  expect(readdirSync(place.schemas).toSorted()).toEqual(names.toSorted());
  expect(names).toEqual(expect.arrayContaining(storyFiles.map((file) => `${file}.json`)));
});

test.each(folders.flatMap((folder) => storyFiles.map((file) => [folder, file] as const)))(
  '%s/%s.yaml tells editors its schema in its first line',
  (folder, file) => {
    const [first = ''] = readFileSync(join(root, folder, `${file}.yaml`), 'utf8').split('\n');
    const schema = first.match(/^# yaml-language-server: \$schema=(\S+)$/)?.[1] ?? '';
    expect(resolve(root, folder, schema)).toBe(join(place.schemas, `${file}.json`));
  },
);

test('curators are told how much there is and that all is well', async () => {
  const { lines, isWell } = await knowledge(['check'], place);
  expect(isWell).toBe(true);
  expect(lines.join('\n')).toMatch(/\d+ facts, \d+ topics, \d+ sources, \d+ statements, \d+ actors/);
});

test('curators are told what is wrong, and how much', async () => {
  const { lines, isWell } = await knowledge(['check'], { ...place, knowledge: place.schemas });
  expect(isWell).toBe(false);
  expect(lines).toEqual([
    ...storyFiles.map((file) => `${file}.yaml · is not there`),
    `${storyFiles.length} problems in ${place.schemas}`,
  ]);
});

test.each([
  [[], 'There is no "knowledge ". There are: check · schemas · fingerprint FILE'],
  [['chekc'], 'There is no "knowledge chekc". There are: check · schemas · fingerprint FILE'],
  [['fingerprint'], 'Which text? knowledge fingerprint FILE'],
  [['fingerprint', '/nowhere'], '/nowhere cannot be read.'],
])('knowledge %j is refused with what there is', async (words, sentence) => {
  await expect(knowledge(words, place)).rejects.toThrow(sentence);
});
