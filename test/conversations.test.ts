import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { houses } from './conversation/houses.ts';
import { play } from './conversation/play.ts';
import { openScript } from './conversation/read.ts';
import { enginesUnderTest } from './ledger/engines.ts';

const folder = 'test/conversations';
const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
const houseOf = houses();
const exercised = new Set<string>();

// Opening a story takes longer than any conversation about it.
beforeAll(async () => void (await Promise.all([houseOf(undefined), houseOf('lighthouse')])));

describe('conversations', () => {
  test.concurrent.for(files)('%s', async (file) => {
    const script = await openScript(join(folder, file));
    await play(script, await houseOf(script.story), ({ command }) => exercised.add(command));
  });
});

describe.each((await enginesUnderTest()).filter(({ name }) => name !== 'sqlite'))(
  'corrections and the work list, kept in $name',
  ({ place }) => {
    test.concurrent.for(files.filter((file) => /^(correct|inbox)-/.test(file)))('%s', async (file) => {
      const script = await openScript(join(folder, file));
      await play(script, await houseOf(script.story), undefined, place);
    });
  },
);

test('every command is used in some conversation', async () => {
  const { commands } = await houseOf(undefined);
  expect([...commands.keys()].filter((name) => !exercised.has(name))).toEqual([]);
});
