import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { End } from './chain.ts';

/**
 * Where a ledger ended when it was last written, kept beside it: a database that was put back to an earlier day, or
 * that lost its last words, is sound in itself, and nothing but this tells.
 */
export type Witness = End & { readonly ledger: string };

const shape = z.strictObject({ ledger: z.string(), seq: z.number().int().min(0), hash: z.string() });

/** What was noted; nothing where nothing was. One that cannot be read is as none: the ledger itself is what counts. */
export const readWitness = async (file: string): Promise<Witness | undefined> => {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
};

/** Notes the end. Where that cannot be done the note is older than the ledger, which is no contradiction. */
export const writeWitness = async (file: string, { ledger, seq, hash }: Witness): Promise<void> => {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, `${JSON.stringify({ ledger, seq, hash })}\n`);
  } catch {}
};
