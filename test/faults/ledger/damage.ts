import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { append } from '../../../src/ledger/append.ts';
import { closeLedger, openLedger, type Place } from '../../../src/ledger/open.ts';
import type { Revision } from '../../../src/ledger/revision.ts';
import { anEntry, endOf, opened } from '../../ledger/a-change.ts';
import type { EngineUnderTest } from '../../ledger/places.ts';
import type { Row } from '../row.ts';

const REVISIONS = 60;

/** A ledger of so many revisions, in one file. */
const aLedger = async (where: Place, many = REVISIONS): Promise<readonly Revision[]> => {
  const { ledger } = await opened(where);
  for (let i = 0; i < many; i++) await append(ledger, await endOf(ledger), anEntry(`k${i}`));
  await closeLedger(ledger);
  const outcome = await opened(where);
  await closeLedger(outcome.ledger);
  return outcome.revisions;
};

const file = ({ folder }: Place): string => join(folder, 'ledger.db');

/** What the file says to whoever believes it; nothing where it cannot be read. */
const believed = (where: Place): string | undefined => {
  try {
    const database = new DatabaseSync(file(where));
    try {
      return JSON.stringify(
        database.prepare('select seq, key, "by", at, why, changes from revision order by seq').all(),
      );
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
};

type Harm = (bytes: Buffer, random: () => number) => Buffer;

const flipBit: Harm = (bytes, random) => {
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return bytes;
};
const zeroSector: Harm = (bytes, random) => {
  const at = Math.floor((random() * bytes.length) / 512) * 512;
  return bytes.fill(0, at, at + 512);
};
const cutShort: Harm = (bytes, random) => bytes.subarray(0, Math.floor(random() * bytes.length));

/** Files in which something was changed. The control: the same without the chain, which must be fooled. */
export const damage = ({ place }: EngineUnderTest): Row[] =>
  (
    [
      ['a flipped bit', flipBit, 300],
      ['a zeroed sector', zeroSector, 100],
      ['a file cut short', cutShort, 100],
    ] as const
  ).map(([what, harm, times]) => ({
    promise: `${what} is never told as truth (sqlite)`,
    run: async (random) => {
      const where = await place();
      const revisions = JSON.stringify(await aLedger(where));
      const truth = believed(where);
      const whole = readFileSync(file(where));
      let found = 0;
      let unnoticed = 0;
      let fooled = 0;
      for (let i = 0; i < times; i++) {
        const copy = { ...where, folder: `${where.folder}-${i}` };
        cpSync(where.folder, copy.folder, { recursive: true });
        writeFileSync(file(copy), harm(Buffer.from(whole), random));
        const without = believed(copy);
        if (without !== undefined && without !== truth) fooled++;
        const outcome = await openLedger(copy);
        if (outcome.is !== 'open') found++;
        else {
          if (JSON.stringify(outcome.revisions) !== revisions) unnoticed++;
          await closeLedger(outcome.ledger);
        }
        rmSync(copy.folder, { recursive: true });
      }
      const isFooled = harm === cutShort || fooled > 0;
      return {
        tried: `${times} files, ${found} found, ${times - found - unnoticed} did no harm, ${unnoticed} unnoticed; without the chain ${fooled} would be believed`,
        violations: unnoticed + (isFooled ? 0 : 1),
      };
    },
  }));

const TIMES = 100;

/** Yesterday's file in the place of today's. The control: without the note of where it ended, which must be fooled. */
export const putBack = ({ place }: EngineUnderTest): Row => ({
  promise: 'a ledger that was put back to an earlier day is found out (sqlite)',
  run: async (random) => {
    const where = await place();
    const { ledger } = await opened(where);
    const days: Buffer[] = [];
    for (let i = 0; i < TIMES; i++) {
      await append(ledger, await endOf(ledger), anEntry(`k${i}`));
      await ledger.engine.scrub(ledger.db);
      days.push(readFileSync(file(where)));
    }
    await append(ledger, await endOf(ledger), anEntry('today'));
    await closeLedger(ledger);
    let found = 0;
    let fooled = 0;
    for (let i = 0; i < TIMES; i++) {
      const day = days[Math.floor(random() * days.length)] ?? Buffer.alloc(0);
      writeFileSync(file(where), day);
      const outcome = await openLedger(where);
      if (outcome.is === 'damaged') found++;
      else if (outcome.is === 'open') await closeLedger(outcome.ledger);
      const unwitnessed = { ...where, folder: `${where.folder}-${i}` };
      cpSync(file(where), file(unwitnessed));
      const believing = await openLedger(unwitnessed);
      if (believing.is === 'open') {
        fooled++;
        await closeLedger(believing.ledger);
      }
      rmSync(unwitnessed.folder, { recursive: true });
    }
    return {
      tried: `${TIMES} files put back, ${found} found; without the note ${fooled} would be believed`,
      violations: TIMES - found + (fooled === TIMES ? 0 : 1),
    };
  },
});

/** The last words of the log cut off after a crash. */
export const logCut = ({ place }: EngineUnderTest): Row => ({
  promise: 'a log that lost its acknowledged end is found out (sqlite)',
  run: async (random) => {
    const where = await place();
    const { ledger } = await opened(where);
    for (let i = 0; i < 30; i++) await append(ledger, await endOf(ledger), anEntry(`k${i}`));
    // As a crash leaves it: the log is not yet in the file.
    const left = `${where.folder}-left`;
    cpSync(where.folder, left, { recursive: true });
    await closeLedger(ledger);
    const log = readFileSync(join(left, 'ledger.db-wal'));
    let found = 0;
    for (let i = 0; i < TIMES; i++) {
      const copy = { ...where, folder: `${where.folder}-cut` };
      cpSync(left, copy.folder, { recursive: true });
      rmSync(join(copy.folder, 'ledger.db-shm'), { force: true });
      writeFileSync(join(copy.folder, 'ledger.db-wal'), log.subarray(0, Math.floor(random() * log.length)));
      const outcome = await openLedger(copy);
      if (outcome.is !== 'open') found++;
      else await closeLedger(outcome.ledger);
      rmSync(copy.folder, { recursive: true });
    }
    return { tried: `${TIMES} logs cut, ${found} found`, violations: TIMES - found };
  },
});
