import { readFile } from 'node:fs/promises';
import { parse } from '../../src/book/parse.ts';
import { readScript, type Script } from '../../src/local/script.ts';

/** A script from a file, and where in the file its steps begin. */
export type Scripted = Script & { readonly file: string; readonly lines: readonly (number | undefined)[] };

/** Reads a script, or throws everything that is wrong with it, a line each: `typo.yaml, line 7 · steps › 0 › expct: …`. */
export const openScript = async (path: string): Promise<Scripted> => {
  const file = path.split('/').at(-1) ?? path;
  return scripted(file, await readFile(path, 'utf8'));
};

export const scripted = (file: string, text: string): Scripted => {
  const { value, problems, lineOf } = parse(file, text);
  const wrong = (list: readonly string[]) => {
    throw new Error(`${file} cannot be played:\n${list.map((one) => `  ${one}`).join('\n')}`);
  };
  if (problems.length > 0)
    return wrong(problems.map(({ line, message }) => `${file}, line ${line}: ${message}`));
  const read = readScript(value);
  if ('problems' in read)
    return wrong(
      read.problems.map(({ at, message }) => `${file}, line ${lineOf(at)} · ${at.join(' › ')}: ${message}`),
    );
  return { ...read.script, file, lines: read.script.steps.map((_, i) => lineOf(['steps', i])) };
};
