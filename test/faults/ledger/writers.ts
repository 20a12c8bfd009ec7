import { append } from '../../../src/ledger/append.ts';
import { closeLedger, openLedger } from '../../../src/ledger/open.ts';
import { canonical } from '../../../src/story/entry.ts';
import { moderator, openAt, reworded } from '../../desk/story.ts';
import { anEntry, beginning, endOf, opened } from '../../ledger/a-change.ts';
import type { EngineUnderTest } from '../../ledger/places.ts';
import type { Row } from '../row.ts';
import { child, takenBy } from './children.ts';

const PROCESSES = 8;
const EDITS = 25;

/** Eight processes at once, about 40 edits a second in all. */
export const writers = ({ name, place }: EngineUnderTest): Row => ({
  promise: `no edit is lost, and none fails, with ${PROCESSES} processes writing (${name})`,
  run: async () => {
    const where = await place();
    const all = Array.from({ length: PROCESSES }, () => child(where, 200));
    await Promise.all(all.map((one) => one.until('there')));
    for (const [i, one] of all.entries()) one.tell(`p${i} ${EDITS}`);
    await Promise.all(all.map(({ gone }) => gone));
    const failed = all.filter(({ said }) => !said.includes('done')).length;
    const taken = all.reduce((sum, one) => sum + takenBy(one).size, 0);
    const outcome = await openLedger(where);
    if (outcome.is !== 'open') return { tried: outcome.why, violations: 1 };
    await closeLedger(outcome.ledger);
    const missing = Math.abs(outcome.revisions.length - taken);
    return {
      tried: `${taken} of ${PROCESSES * EDITS} edits taken, the last revision is ${outcome.revisions.length}, ${failed} processes failed`,
      violations: missing + failed + (PROCESSES * EDITS - taken),
    };
  },
});

/** 200 at once who saw the same revision. */
export const submits = ({ name, place }: EngineUnderTest): Row => ({
  promise: `of 200 edits of the same revision one is taken (${name})`,
  run: async () => {
    const { ledger } = await opened(await place());
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) => append(ledger, beginning, anEntry(`k${i}`))),
    );
    await closeLedger(ledger);
    const taken = all.filter(({ is }) => is === 'appended').length;
    const behind = all.filter(({ is }) => is === 'behind').length;
    return {
      tried: `200 edits, ${taken} taken, ${behind} shown what is newer`,
      violations: Math.abs(taken - 1) + Math.abs(behind - 199),
    };
  },
});

/** The same interaction, a hundred times at once. */
export const deliveries = ({ name, place }: EngineUnderTest): Row => ({
  promise: `what is delivered 100 times is entered once (${name})`,
  run: async () => {
    const { ledger } = await opened(await place());
    const all = await Promise.all(
      Array.from({ length: 100 }, async () => append(ledger, await endOf(ledger), anEntry('one'))),
    );
    const { seq } = await endOf(ledger);
    await closeLedger(ledger);
    const same = all.filter((one) => 'revision' in one && one.revision.seq === 1).length;
    return {
      tried: `${all.length} deliveries, ${seq} revision`,
      violations: Math.abs(seq - 1) + (100 - same),
    };
  },
});

const ROUNDS = 40;

/** Two replicas, each with an editor of the same fact, who send at the same moment what they made of it. */
export const twoEditors = ({ name, place }: EngineUnderTest): Row => ({
  promise: `of two edits of one fact on two replicas one is told, the other sees it (${name})`,
  run: async () => {
    const where = await place();
    const desks = [await openAt(where, { reviewers: 0 }), await openAt(where, { reviewers: 0 })];
    let violations = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const outcomes = await Promise.all(
        desks.map((desk, i) => {
          const text = `The keeper wrote in March 1907 that the fog bell was ${'well '.repeat(1 + (round % 9))}rung ${i === 0 ? 'all night' : 'until daybreak'}.`;
          const edits = reworded(desk, 'bell-rung', text);
          return desk.propose({
            by: moderator(`m${i}`),
            key: `${round}-${i}`,
            edits,
            why: 'The log says so.',
          });
        }),
      );
      const kinds = outcomes.map(({ is }) => is).toSorted();
      if (kinds.join(' ') !== 'conflict published') violations++;
      await Promise.all(desks.map((desk) => desk.catchUp()));
      const [one, other] = desks.map((desk) => canonical(desk.present().written));
      if (one !== other) violations++;
    }
    const { seq } = desks[0]?.present() ?? { seq: 0 };
    for (const desk of desks) await desk.close();
    return { tried: `${ROUNDS} pairs, ${seq} told`, violations: violations + Math.abs(seq - ROUNDS) };
  },
});
