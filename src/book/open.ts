import { stat } from 'node:fs/promises';
import { setImmediate as pause } from 'node:timers/promises';
import { hasSome, type NonEmpty, type Story } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import { read } from '../story/read.ts';
import { type StoryFile, storyFiles, type Written } from '../story/schema.ts';
import { shape } from '../story/shape.ts';
import { type Files, filesIn, type Held } from './files.ts';
import { type Parsed, parse } from './parse.ts';

export type Book = {
  readonly story: Story;
  /** The same as its files say it, entry by entry. */
  readonly written: Written;
  /** Adds to a problem the line of the file on which it stands. */
  readonly locate: (problem: Problem) => Problem;
};

/** The story that a folder tells, or everything that is wrong with its files, with lines. Never half a story. */
export const openBook = async (folder: string): Promise<Book | { readonly problems: NonEmpty<Problem> }> => {
  const about = await stat(folder).catch(() => undefined);
  if (!about?.isDirectory())
    return { problems: [{ file: folder, at: [], message: 'is no folder here: is KNOWLEDGE_DIR right?' }] };
  return bookIn(await filesIn(folder));
};

/** The same of files that were read before. Understanding a file takes a while: between them others get their turn. */
export const bookIn = async (files: Files): Promise<Book | { readonly problems: NonEmpty<Problem> }> => {
  const parsed: Parsed[] = [];
  for (const name of storyFiles) {
    parsed.push(parsedFrom(name, files[name]));
    await pause();
  }
  return bookOf(parsed);
};

/** The same of files that were read elsewhere, in the order of `storyFiles`. */
export const bookOf = (files: readonly Parsed[]): Book | { readonly problems: NonEmpty<Problem> } => {
  const unread = files.flatMap(({ problems }) => problems);
  if (hasSome(unread)) return { problems: unread };
  const locate = (problem: Problem): Problem => ({
    ...problem,
    line: files[storyFiles.findIndex((file) => `${file}.yaml` === problem.file)]?.lineOf(problem.at),
  });
  const values = storyFiles.map((file, i) => [file, files[i]?.value] as const);
  const shaped = shape(Object.fromEntries(values) as Record<StoryFile, unknown>);
  const outcome = 'written' in shaped ? read(shaped.written) : shaped;
  if ('story' in outcome && 'written' in shaped) return { ...outcome, ...shaped, locate };
  const problems = 'problems' in outcome ? outcome.problems.map(locate) : [];
  if (!hasSome(problems)) throw new Error('A story that could not be read, and nothing says why');
  return { problems };
};

const parsedFrom = (name: StoryFile, held: Held): Parsed =>
  'text' in held
    ? parse(`${name}.yaml`, held.text)
    : {
        value: undefined,
        problems: [{ file: `${name}.yaml`, at: [], message: held.refused }],
        lineOf: () => undefined,
      };
