import { access, rename, rm } from 'node:fs/promises';
import { Kysely } from 'kysely';
import { refuse } from '../../refusal.ts';
import { copyLedger } from '../copy.ts';
import type { Engine } from '../engine.ts';
import { closeLedger, engineFor, witnessOf } from '../open.ts';
import { sqlite } from '../sqlite.ts';
import type { Tables } from '../tables.ts';
import { verify } from '../verify.ts';
import { type Witness, writeWitness } from '../witness.ts';
import { withLedger } from './sound.ts';
import type { Verb } from './verb.ts';

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** A copy in a file of its own, whatever database the ledger is in. It is looked through before it gets its name. */
export const backup: Verb = {
  usage: 'backup FILE',
  run: async ([file], setting) => {
    if (file === undefined) return refuse('Into which file? npm run ledger -- backup FILE');
    if (await isThere(file)) return refuse(`${file} is there already: a backup is never written over.`);
    const part = `${file}.part`;
    return withLedger(setting, async ({ ledger }) => {
      await rm(part, { force: true });
      try {
        await copyLedger(ledger, sqlite(part));
        const copied = await looked(sqlite(part), undefined);
        await rename(part, file);
        return { lines: [`${file}: ${said(copied)}`], isWell: true };
      } finally {
        await rm(part, { force: true });
      }
    });
  },
};

/** Puts a backup where the settings say that the ledger is, and where there is none: also the way from a file to a server. */
export const restore: Verb = {
  usage: 'restore FILE',
  run: async ([file], setting) => {
    if (file === undefined) return refuse('From which file? npm run ledger -- restore FILE');
    if (!(await isThere(file))) return refuse(`There is no ${file}.`);
    const engine = sqlite(file);
    const db = new Kysely<Tables>({ dialect: engine.dialect });
    const from = { engine, db };
    try {
      const backup = await verify(from, undefined).catch((error: unknown) => notOurs(engine, file, error));
      if (backup.is === 'damaged') return refuse(`${file} is damaged: ${backup.why}.`);
      await copyLedger(from, engineFor(setting));
      const witness = { ledger: backup.id, seq: backup.revisions.length, hash: backup.hash };
      const restored = await looked(engineFor(setting), witness);
      await writeWitness(witnessOf(setting), restored);
      return { lines: [`${engineFor(setting).place}: ${said(restored)}`], isWell: true };
    } finally {
      await closeLedger(from);
    }
  },
};

const notOurs = (engine: Engine, file: string, error: unknown): never => {
  const { is } = engine.judge(error);
  return is === 'damaged' || is === 'bug'
    ? refuse(`${file} is no backup of a ledger.`)
    : refuse(`${file} cannot be read.`);
};

const said = ({ seq, hash }: Witness): string => `${seq} revisions, the end ${hash}`;

const looked = async (engine: Engine, witness: Witness | undefined): Promise<Witness> => {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  try {
    const verified = await verify({ db, engine }, witness);
    if (verified.is === 'damaged') throw new Error(`The copy is not the ledger: ${verified.why}`);
    return { ledger: verified.id, seq: verified.revisions.length, hash: verified.hash };
  } finally {
    await closeLedger({ db, engine });
  }
};
