import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { append } from '../../../src/ledger/append.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { anEntry, endOf } from '../../ledger/a-change.ts';

// A writer that is there to be killed. Told to go, it opens the ledger and writes; each edit that was taken it tells at once.
const [folder = '', url = '', pause = '0'] = process.argv.slice(2);
const say = (line: string): void => void writeSync(1, `${line}\n`);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async (): Promise<string[]> => ((await lines.next()).value ?? '').split(' ');

say('there');
// The name of this writer, how many edits, and one that was taken before and comes again.
const [name = 'w', most = '1', again = ''] = await next();
const opened = await openLedger({ folder, url: url === '' ? undefined : url, now: () => new Date() });
if (opened.is !== 'open') {
  say(`closed ${opened.why}`);
  process.exit(1);
}
const { ledger } = opened;
const enter = async (key: string): Promise<void> => {
  for (;;) {
    const appended = await append(ledger, await endOf(ledger), anEntry(key));
    if (appended.is === 'behind') continue;
    if ('revision' in appended) return say(`${appended.is} ${key} ${appended.revision.seq}`);
  }
};
try {
  if (again !== '') await enter(again);
  for (let i = 0; i < Number(most); i++) {
    await enter(`${name}-${i}`);
    if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause) * 2 * Math.random()));
  }
  say('done');
} catch (error) {
  say(`failed ${error instanceof Error ? error.message : ''}`);
}
process.exit(0);
