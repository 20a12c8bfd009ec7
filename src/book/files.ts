import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type StoryFile, storyFiles } from '../story/schema.ts';

/** A file larger than this is not read: parsing time grows faster than size, and no story comes near it. */
const MOST_BYTES = 2 * 1024 * 1024;

/** What a file holds, or the sentence that says why it cannot be had. */
export type Held = { readonly text: string } | { readonly refused: string };

/** The files of a story as they stood at one moment. */
export type Files = Readonly<Record<StoryFile, Held>>;

/** Every file of the folder, read and not yet understood. A file that is not ours to read is no error: it says so. */
export const filesIn = async (folder: string): Promise<Files> => {
  const held = storyFiles.map(async (name) => [name, await heldBy(join(folder, `${name}.yaml`))] as const);
  return Object.fromEntries(await Promise.all(held)) as Record<StoryFile, Held>;
};

const heldBy = async (path: string): Promise<Held> => {
  try {
    const about = await lstat(path);
    if (!about.isFile()) return { refused: 'is not a plain file' };
    if (about.size > MOST_BYTES) return { refused: `is larger than ${MOST_BYTES} bytes` };
    const bytes = await readFile(path);
    return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { refused: 'is not valid UTF-8' };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { refused: error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code})` };
  }
};

/** The same for the same files, and for no others. */
export const markOf = (files: Files): string =>
  createHash('sha256')
    .update(JSON.stringify(storyFiles.map((name) => files[name])))
    .digest('hex');
