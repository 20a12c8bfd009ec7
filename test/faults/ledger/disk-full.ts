import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { append } from '../../../src/ledger/append.ts';
import { closeLedger, openLedger } from '../../../src/ledger/open.ts';
import { Refusal } from '../../../src/refusal.ts';
import { anEntry, endOf, opened } from '../../ledger/a-change.ts';
import type { Row } from '../row.ts';

const ROUNDS = 5;

/** A small disk in memory. Only root may have one. */
const smallDisk = (): { readonly folder: string; readonly remove: () => void } | string => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true });
    return 'a small disk can be had by root alone, outside of a container';
  }
  return {
    folder,
    remove: () => {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
};

const long = 'so '.repeat(60);

/** The disk is filled by somebody else while we write, and then there is room again. */
export const diskFull: Row = {
  promise: 'a full disk is a clear refusal, loses nothing, and is over when there is room (sqlite)',
  run: async () => {
    const disk = smallDisk();
    if (typeof disk === 'string') return { skipped: disk };
    const { folder, remove } = disk;
    const where = { folder: join(folder, 'data'), url: undefined, now: () => new Date() };
    const ballast = join(folder, 'ballast');
    try {
      const { ledger } = await opened(where);
      const taken = new Set<string>();
      let refused = 0;
      let violations = 0;
      for (let round = 0; round < ROUNDS; round++) {
        try {
          writeFileSync(ballast, Buffer.alloc(16 * 1024 * 1024));
        } catch {}
        for (let i = 0, isFull = false; !isFull; i++) {
          const key = `full-${round}-${i}`;
          try {
            await append(ledger, await endOf(ledger), anEntry(key, { why: long }));
            taken.add(key);
          } catch (error) {
            isFull = true;
            if (error instanceof Refusal && error.message.includes('the disk is full')) refused++;
            else violations++;
          }
        }
        rmSync(ballast);
        const key = `room-${round}`;
        if ((await append(ledger, await endOf(ledger), anEntry(key))).is === 'appended') taken.add(key);
        else violations++;
      }
      await closeLedger(ledger);
      const outcome = await openLedger(where);
      if (outcome.is !== 'open') return { tried: outcome.why, violations: 1 };
      await closeLedger(outcome.ledger);
      const there = new Set(outcome.revisions.map(({ key }) => key));
      const lost = [...taken].filter((key) => !there.has(key)).length;
      return {
        tried: `${ROUNDS} times full, ${refused} refusals, ${taken.size} edits acknowledged, ${lost} lost`,
        violations: violations + lost + (ROUNDS - refused),
      };
    } finally {
      remove();
    }
  },
};
