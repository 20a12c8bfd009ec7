import { readFile } from 'node:fs/promises';
import { refuse } from '../refusal.ts';

/** The text of a source that somebody keeps in a file, without the empty lines at its end. */
export const textIn = async (file: string): Promise<string> =>
  (await readFile(file, 'utf8').catch(() => refuse(`${file} cannot be read.`))).trimEnd();
