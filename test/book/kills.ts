import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exported, writtenIn } from '../../src/book/export.ts';
import { openBook } from '../../src/book/open.ts';
import { textsIn, writeBook } from '../../src/book/write.ts';
import { type Change, entryIn } from '../../src/story/entry.ts';
import { storyFiles } from '../../src/story/schema.ts';

export type Kills = {
  readonly kills: number;
  /** Files that were neither the old nor the new one. */
  readonly torn: number;
  /** Times that the folder told no story. */
  readonly unreadable: number;
  /** Times that the kill left something behind, and that it was still there after the next writing. */
  readonly leftOver: number;
  readonly unswept: number;
  /** Files that were found changed: with none of them nothing was killed at work. */
  readonly changes: number;
};

const WRITER = new URL('./writer.ts', import.meta.url).pathname;

/** Kills a writer so many times at random moments, and looks at what it leaves. */
export const kills = async (
  times: number,
  knowledge: string,
  random: () => number,
  how = 'safely',
): Promise<Kills> => {
  const above = mkdtempSync(join(tmpdir(), 'kills-'));
  const [folder = '', one = '', two = ''] = ['present', 'one', 'two'].map((name) => join(above, name));
  for (const copy of [folder, one, two]) cpSync(knowledge, copy, { recursive: true });
  const old = await textsIn(one);
  await writeBook(two, old, exported(old, changesOf(writtenIn(old))));
  const now = await textsIn(two);
  const so = { kills: 0, torn: 0, unreadable: 0, leftOver: 0, unswept: 0, changes: 0 };
  let before = old;
  for (; so.kills < times; so.kills++) {
    const writer = spawn(process.execPath, [WRITER, folder, one, two, how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    // Most of the time it reads: the moments that count come after the first sign of a file.
    const ear = watch(folder);
    await once(ear, 'change');
    ear.close();
    await sleep(random() * 12);
    writer.kill('SIGKILL');
    await ended;
    const present = await textsIn(folder);
    so.torn += storyFiles.filter((file) => present[file] !== old[file] && present[file] !== now[file]).length;
    so.changes += storyFiles.filter((file) => present[file] !== before[file]).length;
    if (!('story' in (await openBook(folder)))) so.unreadable++;
    if (leftIn(folder) > 0) so.leftOver++;
    before = present;
    // What was torn is mended: a writer begins with a story.
    if (how === 'plainly')
      for (const file of storyFiles) writeFileSync(join(folder, `${file}.yaml`), old[file]);
    else await writeBook(folder, present, present);
    if (leftIn(folder) > 0) so.unswept++;
  }
  rmSync(above, { recursive: true });
  return so;
};

const leftIn = (folder: string): number => readdirSync(folder).filter((name) => name.startsWith('.')).length;

/** A new statement in one file, and a new fact on it in the other. */
const changesOf = (written: ReturnType<typeof writtenIn>): Change[] => {
  const [id = ''] = Object.keys(written.facts.facts);
  const fact = entryIn(written, 'fact', id);
  const statement = entryIn(written, 'statement', fact?.rests[0] ?? '');
  if (fact === null || statement === null) throw new Error('The story has no fact');
  return [
    { entry: 'statement', id: 'new-statement', before: null, after: statement },
    { entry: 'fact', id: 'new-fact', before: null, after: { ...fact, rests: ['new-statement'] } },
  ];
};
