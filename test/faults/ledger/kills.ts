import { setTimeout as sleep } from 'node:timers/promises';
import { closeLedger, openLedger } from '../../../src/ledger/open.ts';
import type { EngineUnderTest } from '../../ledger/places.ts';
import type { Row } from '../row.ts';
import { type Child, child, takenBy } from './children.ts';

/** Children that are started ahead: starting takes longer than living. */
const AHEAD = 3;

/** Writers killed in the middle of writing; the next one goes on, and is first given once more what the last one had taken. */
export const kills = ({ name, place }: EngineUnderTest, many: number): Row => ({
  promise: `every acknowledged edit is there once after kill -9 (${name})`,
  run: async (random) => {
    const where = await place();
    const ready: Child[] = [];
    const taken = new Map<string, number>();
    let violations = 0;
    let last = '';
    for (let i = 0; i < many; i++) {
      while (ready.length < Math.min(AHEAD, many - i)) ready.push(child(where));
      const one = ready.shift();
      if (one === undefined) break;
      await one.until('there');
      one.tell(`k${i} 1000000 ${last}`);
      const first = last === '' ? 'appended' : 'again';
      if (!(await one.until(first))) violations++;
      await sleep(10 + random() * 120);
      await one.kill();
      if (one.said.some((line) => /^(closed|failed)/.test(line))) violations++;
      for (const [key, seq] of takenBy(one)) {
        if (taken.has(key) && taken.get(key) !== seq) violations++;
        taken.set(key, seq);
        last = key;
      }
    }
    const opened = await openLedger(where);
    if (opened.is !== 'open') return { tried: `${many} kills: ${opened.why}`, violations: violations + 1 };
    await closeLedger(opened.ledger);
    const there = new Map(opened.revisions.map(({ key, seq }) => [key, seq]));
    const lost = [...taken].filter(([key, seq]) => there.get(key) !== seq).length;
    const twice = opened.revisions.length - there.size;
    return {
      tried: `${many} kills, ${taken.size} edits acknowledged, ${lost} lost, ${twice} twice`,
      violations: violations + lost + twice,
    };
  },
});
