import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { knowledge } from '../../src/knowledge/knowledge.ts';
import type { Printed } from '../../src/knowledge/verb.ts';

/** The lighthouse as it ships. */
export const lighthouse = fileURLToPath(new URL('../stories/lighthouse/knowledge', import.meta.url));

/** What the handbill printed. */
export const handbill = `GULLCLIFF GOES DARK, AND THE KEEPER WAS ASLEEP!
For two whole nights in March the lamp of Gullcliff Light did not burn at all.
The keeper has confessed to the Harbour Board that the oil was never delivered.
Three boats were wrecked on the Teeth because of the dark.
It is a shame, and somebody will have to pay for it.
`;

/** An empty folder that goes when the test is over. */
export const emptyFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'receipts-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** A copy of the lighthouse's four files to write in. */
export const copyOfLighthouse = (): string => {
  const folder = emptyFolder();
  cpSync(lighthouse, folder, { recursive: true });
  return folder;
};

/** Replaces words in one of its files; refuses words that are not there. */
export const rewrite = (folder: string, file: string, words: string, others: string): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(words)) throw new Error(`${file} does not hold: ${words}`);
  writeFileSync(path, text.replace(words, others));
};

/** A text in a file of its own. */
export const fileOf = (text: string): string => {
  const file = join(emptyFolder(), 'text.txt');
  writeFileSync(file, text);
  return file;
};

/** Runs a command as `npm run knowledge --` does into a pipe. */
export const run = (words: readonly string[], folder = lighthouse): Promise<Printed> =>
  knowledge(words, { knowledge: folder, schemas: join(folder, 'schemas') });
