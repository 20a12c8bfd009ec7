import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../refusal.ts';
import type { Change } from '../story/entry.ts';
import { problemLine } from '../story/problem.ts';
import { type StoryFile, storyFiles, type Written } from '../story/schema.ts';
import { shape } from '../story/shape.ts';
import { changed } from './change.ts';
import { parse } from './parse.ts';
import { rewritten } from './rewrite.ts';

/** The text of each file. */
export type Texts = Readonly<Record<StoryFile, string>>;

type Values = Readonly<Record<StoryFile, unknown>>;

/**
 * The files with the changes written into them: comments stay, and so do all lines that say nothing else than before.
 * What comes out is read again, and says exactly what it should, or this throws. Refuses what somebody has changed there.
 */
export const exported = (files: Texts, changes: readonly Change[]): Texts => {
  const values = valuesIn(files);
  const old = shaped(values);
  const now = shaped(changed(old, changes));
  const moved = storyFiles.filter((file) => !isDeepStrictEqual(old[file], now[file]));
  const anew = moved.map(
    (file) => [file, rewritten(`${file}.yaml`, files[file], old[file], now[file])] as const,
  );
  const texts = { ...files, ...Object.fromEntries(anew) };
  const reread = anew.map(([file, text]) => [file, parse(`${file}.yaml`, text).value] as const);
  if (!isDeepStrictEqual(shaped({ ...values, ...Object.fromEntries(reread) }), now))
    throw new Error(`${moved.join(' and ')} would not say what they should`);
  return texts;
};

/** What files say, whatever they refer to. Refuses, with every problem, what cannot be read. */
export const writtenIn = (files: Texts): Written => shaped(valuesIn(files));

const valuesIn = (files: Texts): Values => {
  const parsed = storyFiles.map((file) => [file, parse(`${file}.yaml`, files[file])] as const);
  const problems = parsed.flatMap(([, { problems }]) => problems);
  if (problems.length > 0) return refuse(problems.map(problemLine).join('\n'));
  return Object.fromEntries(parsed.map(([file, { value }]) => [file, value])) as Values;
};

const shaped = (values: Values): Written => {
  const outcome = shape(values);
  return 'written' in outcome ? outcome.written : refuse(outcome.problems.map(problemLine).join('\n'));
};
