import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Texts } from '../../src/book/export.ts';
import { textsIn, writeBook } from '../../src/book/write.ts';
import { kills } from './kills.ts';

const LIGHTHOUSE = 'test/stories/lighthouse/knowledge';

/** A copy of the lighthouse's story, and the texts in it. */
const copy = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'write-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(LIGHTHOUSE, folder, { recursive: true });
  return { folder, old: await textsIn(folder) };
};

const retitled = (texts: Texts): Texts => ({
  ...texts,
  story: texts.story.replace('The lamp of', 'The light of'),
  actors: texts.actors.replace('end: true', '# somebody else\nend: true'),
});

test('what changed is written, with the rights that it had, and nothing else is touched', async () => {
  const { folder, old } = await copy();
  chmodSync(join(folder, 'story.yaml'), 0o640);
  const before = statSync(join(folder, 'facts.yaml')).ino;
  expect(await writeBook(folder, old, retitled(old))).toEqual(['story', 'actors']);
  expect(await textsIn(folder)).toEqual(retitled(old));
  expect(statSync(join(folder, 'story.yaml')).mode & 0o777).toBe(0o640);
  expect(statSync(join(folder, 'facts.yaml')).ino).toBe(before);
  expect(readdirSync(folder)).toEqual(readdirSync(LIGHTHOUSE));
});

test('what is no story is refused before the first file is touched', async () => {
  const { folder, old } = await copy();
  const now = { ...retitled(old), sources: old.sources.replace('end: true', '') };
  await expect(writeBook(folder, old, now)).rejects.toThrow(/^sources\.yaml · end: is missing/);
  expect(await textsIn(folder)).toEqual(old);
});

test('what somebody saved meanwhile is not written over', async () => {
  const { folder, old } = await copy();
  const saved = `${old.story}# mine\n`;
  writeFileSync(join(folder, 'story.yaml'), saved);
  await expect(writeBook(folder, old, retitled(old))).rejects.toThrow(
    'story.yaml was saved by somebody meanwhile. Try again.',
  );
  expect(await textsIn(folder)).toEqual({ ...old, story: saved });
});

test('a link is not written through', async () => {
  const { folder, old } = await copy();
  const elsewhere = await copy();
  unlinkSync(join(folder, 'story.yaml'));
  symlinkSync(join(elsewhere.folder, 'story.yaml'), join(folder, 'story.yaml'));
  await expect(writeBook(folder, old, retitled(old))).rejects.toThrow('story.yaml is not a plain file.');
  expect(await textsIn(elsewhere.folder)).toEqual(old);
});

test('what a killed writer left is swept, and nothing that is somebody else’s', async () => {
  const { folder, old } = await copy();
  for (const name of ['.facts.yaml.0123456789ab.part', '.facts.yaml.swp', 'notes.part'])
    writeFileSync(join(folder, name), 'x');
  await writeBook(folder, old, old);
  const added = readdirSync(folder).filter((name) => !readdirSync(LIGHTHOUSE).includes(name));
  expect(added).toEqual(['.facts.yaml.swp', 'notes.part']);
});

test.skipIf(process.platform === 'win32')(
  'where the disk is full all files stay as they were, and it is told',
  async () => {
    const { folder, old } = await copy();
    const other = await copy();
    // The larger file is the second: the first would have fitted.
    writeFileSync(join(other.folder, 'story.yaml'), retitled(old).story);
    writeFileSync(join(other.folder, 'facts.yaml'), `${old.facts}# ${'x'.repeat(40_000)}\n`);
    const writer = new URL('./writer.ts', import.meta.url).pathname;
    const limited = `trap '' XFSZ; ulimit -f 16; exec "$0" "$@"`;
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', limited, process.execPath, writer, folder, folder, other.folder],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')]);
    expect(await textsIn(folder)).toEqual(old);
    expect(readdirSync(folder)).toEqual(readdirSync(LIGHTHOUSE));
  },
);

test('whenever the writer is killed, each file is the old or the new one, and they tell a story', async () => {
  const seen = await kills(8, LIGHTHOUSE, Math.random);
  expect(seen).toMatchObject({ kills: 8, torn: 0, unreadable: 0, unswept: 0 });
}, 60_000);
