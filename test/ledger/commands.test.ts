import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { judge } from '../../src/editing.ts';
import { append } from '../../src/ledger/append.ts';
import { ledgerCommand } from '../../src/ledger/commands/ledger.ts';
import type { Setting } from '../../src/ledger/commands/verb.ts';
import { closeLedger, openLedger, type Place } from '../../src/ledger/open.ts';
import type { Change } from '../../src/story/entry.ts';
import { lighthouse } from '../desk/lighthouse.ts';
import { anEntry, endOf, opened } from './a-change.ts';
import { enginesUnderTest } from './engines.ts';
import { freshFolder } from './server.ts';

const engines = await enginesUnderTest();

const story = 'test/stories/lighthouse/knowledge';

/** Rewords the bell again and again. */
const reworded = (i: number): Change => {
  const bell = lighthouse.facts.facts['bell-rung'];
  if (bell === undefined) throw new Error('There is no bell');
  const text = (n: number) =>
    n === 0
      ? bell.text
      : `The keeper wrote in March 1907 that the bell was rung, ${'so '.repeat(n)}he wrote.`;
  return {
    entry: 'fact',
    id: 'bell-rung',
    before: { ...bell, text: text(i) },
    after: { ...bell, text: text(i + 1) },
  };
};

const temporary = (): string => {
  const { folder, remove } = freshFolder();
  onTestFinished(remove);
  return folder;
};

describe.each(engines)('the commands on a ledger in $name', ({ place, name }) => {
  const withThree = async (): Promise<{ setting: Setting; where: Place }> => {
    const where = await place();
    const { ledger } = await opened(where);
    for (let i = 0; i < 3; i++)
      await append(ledger, await endOf(ledger), anEntry(`k${i}`, { changes: [reworded(i)] }));
    await closeLedger(ledger);
    const knowledge = temporary();
    cpSync(story, knowledge, { recursive: true });
    return { where, setting: { ...where, knowledge, judge } };
  };
  const endIn = (lines: readonly string[]): string => /[0-9a-f]{64}/.exec(lines.join('\n'))?.[0] ?? '';

  test('verify prints how many revisions there are, and where they end', async () => {
    const { setting } = await withThree();
    const { lines, isWell } = await ledgerCommand(['verify'], setting);
    expect(isWell).toBe(true);
    expect(lines).toEqual([
      expect.stringContaining(name),
      'revisions: 3; every link holds',
      expect.stringMatching(/^the end: [0-9a-f]{64}$/),
      'in the book already: 0',
      'contradicted by the book: 0',
      'open proposals: 0, open questions: 0',
    ]);
  });

  test('export writes the lines that changed, and then there is nothing left to write', async () => {
    const { setting } = await withThree();
    const before = readFileSync(join(setting.knowledge, 'facts.yaml'), 'utf8').split('\n');
    const { lines } = await ledgerCommand(['export'], setting);
    expect(lines.at(-1)).toBe('facts.yaml: revisions 1, 2, 3');
    const after = readFileSync(join(setting.knowledge, 'facts.yaml'), 'utf8').split('\n');
    expect(after.filter((line) => !before.includes(line)).join(' ')).toContain('so so so he wrote.');
    expect(before.filter((line) => !after.includes(line)).length).toBeLessThan(4);
    expect((await ledgerCommand(['export'], setting)).lines).toEqual(['The book says all of it already.']);
    expect((await ledgerCommand(['verify'], setting)).lines).toContain('in the book already: 3');
  });

  test('a backup ends as the ledger does, and is put back in either kind of database', async () => {
    const { setting } = await withThree();
    const file = join(temporary(), 'backup.db');
    const verified = await ledgerCommand(['verify'], setting);
    const { lines } = await ledgerCommand(['backup', file], setting);
    expect(endIn(lines)).toBe(endIn(verified.lines));
    await expect(ledgerCommand(['backup', file], setting)).rejects.toThrow('is there already');
    for (const other of engines) {
      const there = { ...setting, ...(await other.place()) };
      expect(endIn((await ledgerCommand(['restore', file], there)).lines)).toBe(endIn(lines));
      expect(endIn((await ledgerCommand(['verify'], there)).lines)).toBe(endIn(lines));
      await expect(ledgerCommand(['restore', file], there)).rejects.toThrow('There is a ledger already');
      const { ledger } = await opened(there);
      expect(await append(ledger, await endOf(ledger), anEntry('on'))).toMatchObject({ is: 'appended' });
      await closeLedger(ledger);
    }
  });

  test('what is no backup is not put back', async () => {
    const { setting } = await withThree();
    const folder = temporary();
    cpSync(story, folder, { recursive: true });
    const there = { ...setting, ...(await place()) };
    const file = join(folder, 'backup.db');
    await expect(ledgerCommand(['restore', file], there)).rejects.toThrow('There is no');
    writeFileSync(file, '');
    await expect(ledgerCommand(['restore', file], there)).rejects.toThrow('is no backup');
    writeFileSync(file, 'not a database'.repeat(100));
    await expect(ledgerCommand(['restore', file], there)).rejects.toThrow(/is no backup|damaged/);
    await expect(ledgerCommand(['burn'], there)).rejects.toThrow('There are: verify · export');
  });

  test('a ledger that was put back to an earlier day is found out, and taken where that was meant', async () => {
    const { setting, where } = await withThree();
    const file = join(temporary(), 'yesterday.db');
    await ledgerCommand(['backup', file], setting);
    const { ledger } = await opened(where);
    await append(ledger, await endOf(ledger), anEntry('today'));
    const { witness } = ledger;
    await ledger.db.deleteFrom('touch').where('seq', '=', 4).execute();
    const row = await ledger.db
      .selectFrom('revision')
      .select('hash')
      .where('seq', '=', 3)
      .executeTakeFirstOrThrow();
    await ledger.db.deleteFrom('revision').where('seq', '=', 4).execute();
    await ledger.db.updateTable('head').set({ seq: 3, hash: row.hash }).execute();
    await closeLedger(ledger);
    const outcome = await openLedger(where);
    expect(outcome).toMatchObject({
      is: 'damaged',
      why: expect.stringContaining('it had 4 revisions, and has only 3'),
    });
    expect('why' in outcome && outcome.why).toContain(`delete ${witness}`);
    await expect(ledgerCommand(['verify'], setting)).rejects.toThrow('The ledger is damaged');
  });
});

test.each([
  ['emptied', (file: string) => truncateSync(file, 0)],
  ['cut short', (file: string) => truncateSync(file, 5000)],
  ['another file', (file: string) => writeFileSync(file, 'The keeper was asleep. '.repeat(500))],
])('a file that was %s is not taken for a new ledger', async (_, harm) => {
  const [sqlite] = engines;
  if (sqlite === undefined) throw new Error('There is always one');
  const where = await sqlite.place();
  const { ledger } = await opened(where);
  await append(ledger, await endOf(ledger), anEntry('a'));
  await closeLedger(ledger);
  harm(join(where.folder, 'ledger.db'));
  expect(await openLedger(where)).toMatchObject({ is: 'damaged' });
});
