import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bookOf } from '../book/open.ts';
import { parse } from '../book/parse.ts';
import { refuse } from '../refusal.ts';
import type { Story } from '../story/model.ts';
import { problemLine } from '../story/problem.ts';
import { storyFiles } from '../story/schema.ts';

const run = promisify(execFile);

/** The story as a folder under version control told it at some revision. Refuses, in a sentence, what git does not have. */
export const storyAt = async (
  folder: string,
  revision: string,
): Promise<{ readonly story: Story; readonly commit: string }> => {
  const git = async (...words: string[]): Promise<string | undefined> => {
    try {
      const { stdout } = await run('git', words, { cwd: folder, maxBuffer: 16 * 1024 * 1024 });
      return stdout;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return refuse(`git is not installed, or ${folder} is not there.`);
      return undefined;
    }
  };
  if ((await git('rev-parse', '--git-dir')) === undefined)
    return refuse(`${folder} is not under version control: there is no earlier story to compare with.`);
  const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
  if (commit === undefined) return refuse(`git knows no revision called "${revision}".`);
  const texts = await Promise.all(storyFiles.map((name) => git('show', `${commit.trim()}:./${name}.yaml`)));
  const files = storyFiles.map((name, i) =>
    parse(`${name}.yaml`, texts[i] ?? refuse(`There was no ${name}.yaml in ${folder} at ${revision}.`)),
  );
  const book = bookOf(files);
  return 'story' in book
    ? { story: book.story, commit: commit.trim().slice(0, 7) }
    : refuse(
        `The story at ${revision} cannot be read any more:\n${book.problems.map(problemLine).join('\n')}`,
      );
};
