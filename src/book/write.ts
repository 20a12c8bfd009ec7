import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../refusal.ts';
import { problemLine } from '../story/problem.ts';
import { type StoryFile, storyFiles } from '../story/schema.ts';
import type { Texts } from './export.ts';
import { filesIn } from './files.ts';
import { bookOf } from './open.ts';
import { type Parsed, parse } from './parse.ts';

/** The files of a folder as texts. Refuses, with every reason, what cannot be had. */
export const textsIn = async (folder: string): Promise<Texts> => {
  const files = await filesIn(folder);
  const refused = storyFiles.flatMap((file) => {
    const held = files[file];
    return 'refused' in held ? [`${join(folder, `${file}.yaml`)} ${held.refused}.`] : [];
  });
  if (refused.length > 0) return refuse(refused.join('\n'));
  const texts = storyFiles.map((file) => [file, 'text' in files[file] ? files[file].text : ''] as const);
  return Object.fromEntries(texts) as Texts;
};

/**
 * Puts new texts in the place of those that were read, and says which files changed. Refuses, before the first is
 * touched, what is no story, and what somebody has saved meanwhile. Whenever it is cut off, each file is the old or the new one.
 */
export const writeBook = async (folder: string, old: Texts, now: Texts): Promise<readonly StoryFile[]> => {
  const names = storyFiles.filter((name) => old[name] !== now[name]);
  const order = orderOf(names, old, now);
  await sweep(folder);
  const present = await textsIn(folder);
  const saved = names.filter((name) => present[name] !== old[name]);
  if (saved.length > 0)
    return refuse(
      `${saved.map((name) => `${name}.yaml`).join(' and ')} was saved by somebody meanwhile. Try again.`,
    );
  const parts: { readonly part: string; readonly path: string }[] = [];
  try {
    for (const name of order) {
      const path = join(folder, `${name}.yaml`);
      const part = join(folder, `.${name}.yaml.${randomBytes(6).toString('hex')}.part`);
      parts.push({ part, path });
      await writePart(part, path, now[name]);
    }
    for (const { part, path } of parts) await rename(part, path);
    await sync(folder);
  } finally {
    for (const { part } of parts) await rm(part, { force: true });
  }
  return names;
};

/** Written, and on the disk: not a short one either, which a single write leaves behind where the disk is full. */
const writePart = async (part: string, path: string, text: string): Promise<void> => {
  const { mode, uid, gid } = await stat(path);
  const handle = await open(part, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.chmod(mode);
    // Only root may give files away; whoever else writes here owns them.
    await handle.chown(uid, gid).catch(() => {});
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** What took another's name is lost in a power cut until its folder is on the disk as well. */
const sync = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

const LEFT_OVER = new RegExp(`^\\.(${storyFiles.join('|')})\\.yaml\\.[0-9a-f]{12}\\.part$`);

/** Takes away what was left by somebody who was cut off. */
const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder))
    if (LEFT_OVER.test(name)) await rm(join(folder, name), { force: true });
};

/**
 * The order of writing in which the folder tells a story after each step, if there is one: whoever is cut off between
 * two files leaves one that can be read. What is new is written before what names it, and what goes after.
 */
const orderOf = (names: readonly StoryFile[], old: Texts, now: Texts): readonly StoryFile[] => {
  const parsed = new Map<string, Parsed>();
  const parsedOf = (name: StoryFile, text: string): Parsed => {
    const known = parsed.get(`${name}\n${text}`) ?? parse(`${name}.yaml`, text);
    parsed.set(`${name}\n${text}`, known);
    return known;
  };
  const bookWith = (done: readonly StoryFile[]) =>
    bookOf(storyFiles.map((name) => parsedOf(name, (done.includes(name) ? now : old)[name])));
  const book = bookWith(names);
  if ('problems' in book) return refuse(book.problems.map(problemLine).join('\n'));
  const orders = permutations(names);
  const isSafe = (order: readonly StoryFile[]) =>
    order.slice(1).every((_, i) => 'story' in bookWith(order.slice(0, i + 1)));
  return orders.find(isSafe) ?? names;
};

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length === 0
    ? [[]]
    : all.flatMap((one, i) => permutations(all.toSpliced(i, 1)).map((rest) => [one, ...rest]));
