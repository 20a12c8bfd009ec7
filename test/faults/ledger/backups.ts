import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { judge } from '../../../src/editing.ts';
import { append } from '../../../src/ledger/append.ts';
import { ledgerCommand } from '../../../src/ledger/commands/ledger.ts';
import { closeLedger } from '../../../src/ledger/open.ts';
import { erasePerson } from '../../../src/ledger/people.ts';
import { anEntry, endOf, opened } from '../../ledger/a-change.ts';
import type { EngineUnderTest } from '../../ledger/places.ts';
import type { Row } from '../row.ts';
import { child } from './children.ts';

const TIMES = 10;

/** Backups taken while somebody writes, and put back elsewhere. */
export const backups = ({ name, place }: EngineUnderTest): Row => ({
  promise: `a backup taken while others write is whole, and is put back whole (${name})`,
  run: async () => {
    const where = await place();
    const writer = child(where, 10);
    await writer.until('there');
    writer.tell('w 1000000');
    await writer.until('appended');
    const setting = { ...where, knowledge: 'test/stories/lighthouse/knowledge', judge };
    const ends: string[] = [];
    let violations = 0;
    for (let i = 0; i < TIMES; i++) {
      await sleep(100);
      const file = join(where.folder, `backup-${i}.db`);
      const taken = await ledgerCommand(['backup', file], setting);
      const back = await ledgerCommand(['restore', file], { ...setting, ...(await place()) });
      const [one, other] = [taken, back].map(
        ({ lines }) => /: (.*)/.exec(lines[0]?.replace(/^.*: (\d)/, ': $1') ?? '')?.[1],
      );
      if (one === undefined || one !== other) violations++;
      ends.push(one ?? '');
    }
    await writer.kill();
    return {
      tried: `${TIMES} backups and restores, of ${ends[0]?.split(' ')[0]} to ${ends.at(-1)?.split(' ')[0]} revisions`,
      violations: violations + (new Set(ends).size === TIMES ? 0 : 1),
    };
  },
});

/** Somebody is erased: his number is in no file any more. */
export const erased = ({ place }: EngineUnderTest): Row => ({
  promise: 'of somebody who was erased no file holds a trace (sqlite)',
  run: async () => {
    const where = await place();
    const { ledger } = await opened(where);
    const people = Array.from({ length: 20 }, (_, i) => ({
      id: `7123456789012345${i + 10}`,
      name: `Canary ${i}`,
    }));
    for (const by of people) await append(ledger, await endOf(ledger), anEntry(by.id.slice(-2), { by }));
    for (const { id } of people) await erasePerson(ledger, id);
    const bytes = readdirSync(where.folder).map((file) => readFileSync(join(where.folder, file), 'latin1'));
    const hits = people.filter(({ id, name }) =>
      bytes.some((text) => text.includes(id) || text.includes(name)),
    );
    await closeLedger(ledger);
    const outcome = await opened(where);
    await closeLedger(outcome.ledger);
    return {
      tried: `${people.length} people erased, ${outcome.revisions.length} revisions kept, ${hits.length} traces`,
      violations: hits.length,
    };
  },
});
