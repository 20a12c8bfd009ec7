import { isUtf8 } from 'node:buffer';
import { lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasSome, type NonEmpty, type Story } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import { read } from '../story/read.ts';
import { type StoryFile, storyFiles } from '../story/schema.ts';
import { type Parsed, parse } from './parse.ts';

/** A file larger than this is not read: parsing time grows faster than size, and no story comes near it. */
const MOST_BYTES = 2 * 1024 * 1024;

export type Book = {
  readonly story: Story;
  /** Adds to a problem the line of the file on which it stands. */
  readonly locate: (problem: Problem) => Problem;
};

/** The story that a folder tells, or everything that is wrong with its files, with lines. Never half a story. */
export const openBook = async (folder: string): Promise<Book | { readonly problems: NonEmpty<Problem> }> => {
  const about = await stat(folder).catch(() => undefined);
  if (!about?.isDirectory())
    return { problems: [{ file: folder, at: [], message: 'is no folder here: is KNOWLEDGE_DIR right?' }] };
  return bookOf(await Promise.all(storyFiles.map((file) => openFile(folder, file))));
};

/** The same of files that were read elsewhere, in the order of `storyFiles`. */
export const bookOf = (files: readonly Parsed[]): Book | { readonly problems: NonEmpty<Problem> } => {
  const unread = files.flatMap(({ problems }) => problems);
  if (hasSome(unread)) return { problems: unread };
  const locate = (problem: Problem): Problem => ({
    ...problem,
    line: files[storyFiles.findIndex((file) => `${file}.yaml` === problem.file)]?.lineOf(problem.at),
  });
  const [story, sources, facts, actors, languages] = files.map(({ value }) => value);
  const outcome = read({ story, sources, facts, actors, languages });
  if ('story' in outcome) return { ...outcome, locate };
  const [first, ...rest] = outcome.problems;
  return { problems: [locate(first), ...rest.map(locate)] };
};

const openFile = async (folder: string, name: StoryFile): Promise<Parsed> => {
  const file = `${name}.yaml`;
  const unreadable = (message: string): Parsed => ({
    value: undefined,
    problems: [{ file, at: [], message }],
    lineOf: () => undefined,
  });
  try {
    const path = join(folder, file);
    const about = await lstat(path);
    if (!about.isFile()) return unreadable('is not a plain file');
    if (about.size > MOST_BYTES) return unreadable(`is larger than ${MOST_BYTES} bytes`);
    const bytes = await readFile(path);
    return isUtf8(bytes) ? parse(file, bytes.toString('utf8')) : unreadable('is not valid UTF-8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return unreadable(error.code === 'ENOENT' ? 'is not there' : `cannot be read (${error.code})`);
  }
};
