import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Desk } from '../../../src/desk/surface.ts';
import { Refusal } from '../../../src/refusal.ts';
import { ann, openAt, reworded } from '../../desk/story.ts';
import type { EngineUnderTest } from '../../ledger/places.ts';
import type { Server } from '../../ledger/server.ts';
import type { Row } from '../row.ts';

const FACT = 'bell-rung';

const text = (i: number): string =>
  `The keeper wrote in March 1907 that the fog bell was rung ${'and rung '.repeat(i % 6)}until daybreak${Math.floor(i / 6) % 2 === 0 ? '' : ', he wrote'}.`;

const publish = (desk: Desk, key: string, i: number) =>
  desk.propose({ by: ann, key, edits: reworded(desk, FACT, text(i)), why: 'The log says so.' });

const told = (desk: Desk): string | undefined => desk.present().index.story.facts.get(FACT)?.text;

const until = async (isSo: () => boolean, most: number): Promise<number> => {
  const start = performance.now();
  while (!isSo() && performance.now() - start < most) await sleep(1);
  return performance.now() - start;
};

const percentile = (all: readonly number[], part: number): string =>
  (all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0).toFixed(0);

const EDITS = 50;

/** How long until the next question sees a correction: here, and on another replica. */
export const seen = ({ name, place }: EngineUnderTest): Row => ({
  promise: `a correction is told within 100 ms here and 1 s on another replica (${name})`,
  run: async () => {
    const where = await place();
    const [here, there] = [await openAt(where, { reviewers: 0 }), await openAt(where, { reviewers: 0 })];
    await sleep(500);
    const mine: number[] = [];
    const theirs: number[] = [];
    for (let i = 1; i <= EDITS; i++) {
      const start = performance.now();
      await publish(here, `${i}`, i);
      mine.push(performance.now() - start);
      theirs.push(await until(() => told(there) === text(i), 5000));
    }
    await Promise.all([here.close(), there.close()]);
    const late = mine.filter((time) => time > 100).length + theirs.filter((time) => time > 1000).length;
    return {
      tried: `${EDITS} edits; from pressing to told here p50 ${percentile(mine, 0.5)} p99 ${percentile(mine, 0.99)} ms, there ${percentile(theirs, 0.5)} and ${percentile(theirs, 0.99)} ms later`,
      violations: late,
    };
  },
});

/** Whoever listens is cut off again and again, while others write. */
export const listenersKilled = ({ place }: EngineUnderTest): Row => ({
  promise: 'a replica whose listener is killed misses no revision (postgres)',
  run: async () => {
    const where = await place();
    const [here, there] = [await openAt(where, { reviewers: 0 }), await openAt(where, { reviewers: 0 })];
    const heard: number[] = [];
    there.onChange(({ revisions }) => heard.push(...revisions.map(({ seq }) => seq)));
    const sql = postgres(where.url ?? '', { max: 1, onnotice: () => {} });
    let isOver = false;
    let killed = 0;
    const killing = (async () => {
      while (!isOver) {
        const rows = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where query ilike 'listen%' and datname = current_database() and pid <> pg_backend_pid()`;
        killed += rows.length;
        await sleep(100);
      }
    })();
    const many = 60;
    for (let i = 1; i <= many; i++) {
      await publish(here, `${i}`, i);
      await sleep(30);
    }
    isOver = true;
    await killing;
    const lag = await until(() => there.present().seq === many, 20_000);
    await sql.end();
    await Promise.all([here.close(), there.close()]);
    const inOrder = heard.every((seq, i) => seq === i + 1);
    return {
      tried: `${killed} listeners killed, ${many} revisions written, ${heard.length} heard, the last ${lag.toFixed(0)} ms after the killing`,
      violations: Math.abs(heard.length - many) + (inOrder ? 0 : 1) + (killed > 0 ? 0 : 1),
    };
  },
});

/** The server dies while edits are on their way, and comes back; questions are asked all the while. */
export const serverKilled = ({ place }: EngineUnderTest, server: Server, times: number): Row => ({
  promise: 'a server that is killed loses no acknowledged edit, and no question goes unanswered (postgres)',
  run: async (random) => {
    const where = await place();
    const desk = await openAt(where, { reviewers: 0 });
    const taken: string[] = [];
    let refused = 0;
    let others = 0;
    let asked = 0;
    let unanswered = 0;
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        asked++;
        if (told(desk) === undefined) unanswered++;
        await sleep(5);
      }
    })();
    const writing = (async () => {
      for (let i = 1; !isOver; i++) {
        try {
          const outcome = await publish(desk, `${i}`, i);
          if (outcome.is === 'published') taken.push(`${i}`);
        } catch (error) {
          if (error instanceof Refusal) refused++;
          else others++;
          await sleep(50);
        }
      }
    })();
    for (let i = 0; i < times; i++) {
      await sleep(300 + random() * 300);
      await server.kill();
      await sleep(100 + random() * 300);
      await server.start();
    }
    const back = await until(() => desk.obstacle() === undefined, 10_000);
    await sleep(500);
    isOver = true;
    await Promise.all([asking, writing]);
    await desk.close();
    const again = await openAt(where, { reviewers: 0 });
    const keys = new Set((await all(again)).map(({ key }) => key));
    await again.close();
    const lost = taken.filter((key) => !keys.has(key)).length;
    return {
      tried: `${times} kills, ${taken.length} edits acknowledged, ${lost} lost, ${refused} refused, ${asked} questions, ${unanswered} unanswered`,
      violations: lost + others + unanswered + (back < 10_000 ? 0 : 1),
    };
  },
});

const all = async (desk: Desk, before?: number): Promise<{ readonly key: string }[]> => {
  const { revisions, next } = await desk.history({ most: 50, ...(before === undefined ? {} : { before }) });
  return next === undefined ? [...revisions] : [...revisions, ...(await all(desk, next))];
};
