import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { append } from '../../src/ledger/append.ts';
import { draftOf, dropDraft, keepDraft } from '../../src/ledger/drafts.ts';
import { addFollower, dropFollower, takeNews } from '../../src/ledger/followers.ts';
import { countMark, marksOf, openMarks, settleMark } from '../../src/ledger/marks.ts';
import { closeLedger, openLedger, type Place } from '../../src/ledger/open.ts';
import { erasePerson } from '../../src/ledger/people.ts';
import { decideProposal, enterProposal, openProposals, takeOverdue } from '../../src/ledger/proposals.ts';
import {
  countQuestion,
  forgetWaiting,
  moveQuestion,
  openQuestions,
  waitingFor,
} from '../../src/ledger/questions.ts';
import { revisionsAbout, withPeople } from '../../src/ledger/revisions.ts';
import { addTally, tallySince } from '../../src/ledger/tally.ts';
import { aChange, anEntry, beginning, endOf, opened, quandt, varnholt } from './a-change.ts';
import { enginesUnderTest } from './engines.ts';

const engines = await enginesUnderTest();

const start = new Date('2031-05-01T12:00:00Z');
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describe.each(engines)('a ledger in $name', ({ place }) => {
  const open = async (where?: Place) => {
    const outcome = await opened(where ?? (await place()));
    onTestFinished(() => closeLedger(outcome.ledger));
    return outcome.ledger;
  };
  const withClock = async () => {
    const clock = { now: start };
    const ledger = await open(await place(() => clock.now));
    const pass = (time: number): void => {
      clock.now = new Date(clock.now.getTime() + time);
    };
    return { ledger, pass };
  };

  test('keeps what was entered, in order, each building on the one before it', async () => {
    const where = await place();
    const { ledger } = await opened(where);
    const first = await append(ledger, beginning, anEntry('a'));
    const second = await append(ledger, await endOf(ledger), anEntry('b'));
    await closeLedger(ledger);
    const again = await opened(where);
    onTestFinished(() => closeLedger(again.ledger));
    expect(again.revisions).toEqual([first, second].map((one) => 'revision' in one && one.revision));
    expect(again.revisions.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(again.revisions[1]?.prev).toBe(again.revisions[0]?.hash);
  });

  test('enters the same interaction once, however often it comes', async () => {
    const ledger = await open();
    const all = await Promise.all(Array.from({ length: 100 }, () => append(ledger, beginning, anEntry('a'))));
    expect(Object.groupBy(all, ({ is }) => is)).toMatchObject({
      appended: { length: 1 },
      again: { length: 99 },
    });
    expect((await endOf(ledger)).seq).toBe(1);
  });

  test('of 200 who saw the same revision, one writes', async () => {
    const where = await place();
    // Two connections to one file, in one thread, would only keep each other from going on.
    const one = await open(where);
    const other = one.engine.name === 'sqlite' ? one : await open(where);
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        append(i % 2 === 0 ? one : other, beginning, anEntry(`key-${i}`)),
      ),
    );
    expect(Object.groupBy(all, ({ is }) => is)).toMatchObject({
      appended: { length: 1 },
      behind: { length: 199 },
    });
  });

  test('an error in the middle leaves nothing behind', async () => {
    const ledger = await open();
    const twice = anEntry('a', { changes: [aChange('one'), aChange('two')] });
    expect(await append(ledger, beginning, twice)).toMatchObject({ is: 'appended' });
    const broken = anEntry('b', { why: undefined as unknown as string });
    await expect(append(ledger, await endOf(ledger), broken)).rejects.toThrow();
    expect((await endOf(ledger)).seq).toBe(1);
    expect(await append(ledger, await endOf(ledger), anEntry('c'))).toMatchObject({ is: 'appended' });
  });

  test('finds the history of a fact, of a person, and since a day', async () => {
    const { ledger, pass } = await withClock();
    await append(ledger, beginning, anEntry('a', { changes: [aChange('x', 'y', 'other')] }));
    pass(DAY);
    await append(ledger, await endOf(ledger), anEntry('b', { by: varnholt, approvedBy: quandt }));
    await append(ledger, await endOf(ledger), anEntry('c'));
    const keys = async (wanted: Omit<Parameters<typeof revisionsAbout>[1], 'most'>, most = 10) =>
      (await revisionsAbout(ledger.db, { ...wanted, most })).map(({ key }) => key);
    expect(await keys({})).toEqual(['c', 'b', 'a']);
    expect(await keys({ of: { entry: 'fact', id: 'cost' } })).toEqual(['c', 'b']);
    expect(await keys({ of: { entry: 'topic', id: 'cost' } })).toEqual([]);
    expect(await keys({ by: quandt.id })).toEqual(['c', 'a']);
    expect(await keys({ since: new Date(start.getTime() + HOUR) })).toEqual(['c', 'b']);
    expect(await keys({ before: 3 }, 1)).toEqual(['b']);
    const recorded = await withPeople(ledger.db, await revisionsAbout(ledger.db, { most: 10 }));
    expect(recorded.map(({ author, approver }) => [author, approver])).toEqual([
      ['Quandt', undefined],
      ['Varnholt', 'Quandt'],
      ['Quandt', undefined],
    ]);
  });

  test('whoever is erased is nowhere by name, and the chain holds', async () => {
    const where = await place();
    const ledger = await open(where);
    await append(ledger, beginning, anEntry('a'));
    await append(ledger, await endOf(ledger), anEntry('b', { by: varnholt, approvedBy: quandt }));
    await countQuestion(ledger, {
      text: 'Who paid?',
      same: 'who paid',
      tell: { user: quandt.id, channel: '1' },
    });
    await keepDraft(ledger, { by: quandt, content: 'half a word', draft: undefined });
    const { proposal } = await propose(ledger, 'p');
    expect(await erasePerson(ledger, quandt.id)).toBe(6);
    expect(await erasePerson(ledger, quandt.id)).toBe(0);
    for (const table of ['person', 'waiting', 'draft', 'revision', 'proposal'] as const) {
      const rows = await ledger.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${quandt.id}|${quandt.name}`));
    }
    expect(await openProposals(ledger.db)).toEqual([]);
    expect(proposal?.author).toEqual(quandt);
    const again = await openLedger(where);
    expect(again).toMatchObject({ is: 'open' });
    if (again.is === 'open') await closeLedger(again.ledger);
    // Who comes back is somebody new.
    await append(ledger, await endOf(ledger), anEntry('c'));
    const recorded = await withPeople(ledger.db, await revisionsAbout(ledger.db, { most: 10 }));
    expect(recorded.map(({ author }) => author)).toEqual(['Quandt', 'Varnholt', undefined]);
  });

  const propose = async (ledger: Awaited<ReturnType<typeof open>>, key: string, more = {}) => {
    const { why, changes, by } = anEntry(key);
    const entered = await enterProposal(ledger, {
      key,
      why,
      changes,
      by,
      undoes: undefined,
      revises: undefined,
      ...more,
    });
    return { entered, proposal: 'proposal' in entered ? entered.proposal : undefined };
  };

  test('a proposal waits, is sent back, revised and published, and each only once', async () => {
    const ledger = await open();
    const { proposal } = await propose(ledger, 'p');
    const id = proposal?.id ?? 0;
    expect((await propose(ledger, 'p')).entered).toEqual({ is: 'again', proposal });
    expect(proposal).toMatchObject({ state: 'open', author: quandt, changes: anEntry('p').changes });
    const back = { id, state: 'sent-back', from: ['open'], by: varnholt, word: 'Since when?' } as const;
    expect(await decideProposal(ledger, { ...back, key: 'q' })).toMatchObject({
      state: 'sent-back',
      word: 'Since when?',
      reviewer: 'Varnholt',
    });
    expect(await decideProposal(ledger, { ...back, key: 'q' })).toMatchObject({ state: 'sent-back' });
    expect(await decideProposal(ledger, { ...back, key: 'r' })).toBeUndefined();
    expect(await openProposals(ledger.db)).toEqual([]);
    expect((await propose(ledger, 's', { revises: id, by: varnholt })).entered).toEqual({ is: 'not his' });
    const revised = (await propose(ledger, 't', { revises: id })).proposal;
    expect(revised).toMatchObject({ id, state: 'open', word: undefined, reviewer: undefined });
    expect((await propose(ledger, 't', { revises: id })).entered).toMatchObject({ is: 'again' });
    expect(await append(ledger, beginning, anEntry('u', { proposal: id }))).toMatchObject({ is: 'appended' });
    expect(await append(ledger, await endOf(ledger), anEntry('v', { proposal: id }))).toEqual({
      is: 'closed',
    });
    expect((await endOf(ledger)).seq).toBe(1);
  });

  test('nobody proposes more than 20 things in ten minutes', async () => {
    const { ledger, pass } = await withClock();
    for (let i = 0; i < 20; i++) await propose(ledger, `p${i}`);
    expect((await propose(ledger, 'more')).entered).toEqual({ is: 'too fast' });
    expect((await propose(ledger, 'other', { by: varnholt })).entered).toMatchObject({ is: 'entered' });
    pass(11 * 60_000);
    expect((await propose(ledger, 'more')).entered).toMatchObject({ is: 'entered' });
  });

  test('a proposal that nobody looks at is brought up once a day', async () => {
    const { ledger, pass } = await withClock();
    const { proposal } = await propose(ledger, 'p');
    const ids = async () => (await takeOverdue(ledger)).map(({ id }) => id);
    expect(await ids()).toEqual([]);
    pass(DAY);
    expect(await ids()).toEqual([proposal?.id]);
    expect(await ids()).toEqual([]);
    pass(DAY);
    expect(await ids()).toEqual([proposal?.id]);
  });

  test('a question is counted under its meaning, and those who wait are told once', async () => {
    const { ledger } = await withClock();
    const tell = { user: quandt.id, channel: '1' };
    const { id } = await countQuestion(ledger, { text: 'Who paid?', same: 'paid who', tell });
    await countQuestion(ledger, { text: 'And the bell?', same: 'bell' });
    expect(await countQuestion(ledger, { text: 'who PAID', same: 'paid who', tell })).toMatchObject({
      id,
      text: 'Who paid?',
      count: 2,
    });
    expect((await openQuestions(ledger, 0, 10)).map(({ text }) => text)).toEqual([
      'Who paid?',
      'And the bell?',
    ]);
    expect(await openQuestions(ledger, 1, 10)).toHaveLength(1);
    expect(
      await moveQuestion(ledger, { id, by: varnholt, state: 'claimed', topic: undefined }),
    ).toMatchObject({ state: 'claimed', claimedBy: varnholt });
    expect(await waitingFor(ledger)).toEqual([]);
    await moveQuestion(ledger, { id, by: varnholt, state: 'answered', topic: 'repair-cost' });
    expect(await openQuestions(ledger, 0, 10)).toHaveLength(1);
    const [waiting] = await waitingFor(ledger);
    if (waiting === undefined) throw new Error('Somebody waits');
    expect(waiting).toMatchObject({ ...tell, question: { topic: 'repair-cost' } });
    expect(await forgetWaiting(ledger, waiting)).toBe(true);
    expect(await forgetWaiting(ledger, waiting)).toBe(false);
    expect(await countQuestion(ledger, { text: 'Who paid?', same: 'paid who' })).toMatchObject({
      state: 'open',
    });
    await moveQuestion(ledger, { id, by: varnholt, state: 'outside', topic: undefined });
    expect(await countQuestion(ledger, { text: 'Who paid?', same: 'paid who' })).toMatchObject({
      state: 'outside',
    });
  });

  test('what nobody asked for 90 days goes; of too many, what was asked least', async () => {
    const { ledger, pass } = await withClock();
    await countQuestion(ledger, { text: 'old', same: 'old' });
    pass(91 * DAY);
    await countQuestion(ledger, { text: 'new', same: 'new' });
    expect((await openQuestions(ledger, 0, 10)).map(({ text }) => text)).toEqual(['new']);
    await ledger.db.deleteFrom('question').execute();
    const row = { state: 'open' as const, claimed_by: null, topic: null, first: '', text: '' };
    const last = new Date(start.getTime() + 91 * DAY).toISOString();
    for (let i = 0; i < 5000; i += 500)
      await ledger.db
        .insertInto('question')
        .values(
          Array.from({ length: 500 }, (_, k) => ({
            ...row,
            last,
            id: 1e6 + i + k,
            same: `${i + k}`,
            count: i + k === 7 ? 1 : 2,
          })),
        )
        .execute();
    await countQuestion(ledger, { text: 'one more', same: 'one more' });
    const { many } = await ledger.db
      .selectFrom('question')
      .select(sql<number | string>`count(*)`.as('many'))
      .executeTakeFirstOrThrow();
    expect(Number(many)).toBe(5000);
    expect(await ledger.db.selectFrom('question').where('same', '=', '7').selectAll().execute()).toEqual([]);
  });

  test('marks are counted by wording, with the last 20 reasons, until they are settled', async () => {
    const ledger = await open();
    const fact = { fact: 'cost', stamp: 'abc' };
    await countMark(ledger, fact, { is: 'helpful' });
    for (let i = 0; i < 25; i++) await countMark(ledger, fact, { is: 'wrong', reason: `reason ${i}` });
    await countMark(ledger, { fact: 'cost', stamp: 'def' }, { is: 'wrong', reason: ' ' });
    const [first, second] = await openMarks(ledger, 10);
    expect(first).toMatchObject({ ...fact, count: 25 });
    expect(first?.reasons).toHaveLength(20);
    expect(first?.reasons.at(-1)).toBe('reason 24');
    expect(second).toMatchObject({ stamp: 'def', count: 1, reasons: [] });
    await settleMark(ledger, first?.id ?? 0);
    expect(await openMarks(ledger, 10)).toHaveLength(1);
    expect(await marksOf(ledger, 'cost')).toEqual({ helpful: 1, wrong: 26 });
    await countMark(ledger, fact, { is: 'wrong', reason: 'still' });
    expect(await openMarks(ledger, 10)).toMatchObject([{ count: 1 }, { count: 1 }]);
  });

  test('a channel hears of what is new since it follows, at most once an hour', async () => {
    const { ledger, pass } = await withClock();
    await append(ledger, beginning, anEntry('before'));
    const here = { channel: '1', guild: '2' };
    expect(await addFollower(ledger, here)).toBe(true);
    expect(await addFollower(ledger, here)).toBe(false);
    const heard = async () =>
      (await takeNews(ledger)).map(({ channel, revisions }) => [channel, ...revisions.map(({ key }) => key)]);
    expect(await heard()).toEqual([]);
    await append(ledger, await endOf(ledger), anEntry('a'));
    expect(await heard()).toEqual([['1', 'a']]);
    await append(ledger, await endOf(ledger), anEntry('b'));
    await append(ledger, await endOf(ledger), anEntry('c'));
    pass(HOUR / 2);
    expect(await heard()).toEqual([]);
    pass(HOUR / 2);
    expect(await heard()).toEqual([['1', 'b', 'c']]);
    expect(await dropFollower(ledger, '1')).toBe(true);
    expect(await dropFollower(ledger, '1')).toBe(false);
  });

  test('a draft is kept for its author alone, for a week', async () => {
    const { ledger, pass } = await withClock();
    const id = await keepDraft(ledger, { by: quandt, content: 'half', draft: undefined });
    expect(await keepDraft(ledger, { by: quandt, content: 'more', draft: id })).toBe(id);
    expect(await draftOf(ledger, quandt, id)).toBe('more');
    expect(await draftOf(ledger, varnholt, id)).toBeUndefined();
    expect(await keepDraft(ledger, { by: varnholt, content: 'his', draft: id })).not.toBe(id);
    await dropDraft(ledger, varnholt, id);
    expect(await draftOf(ledger, quandt, id)).toBe('more');
    for (let i = 0; i < 20; i++) await keepDraft(ledger, { by: quandt, content: `${i}`, draft: undefined });
    expect(await draftOf(ledger, quandt, id)).toBeUndefined();
    const last = await keepDraft(ledger, { by: quandt, content: 'last', draft: undefined });
    pass(8 * DAY);
    await keepDraft(ledger, { by: varnholt, content: 'new', draft: undefined });
    expect(await draftOf(ledger, quandt, last)).toBeUndefined();
  });

  test('numbers are summed over days, and go after 90', async () => {
    const { ledger, pass } = await withClock();
    await addTally(ledger, [{ kind: 'missed', topic: undefined, count: 2 }]);
    await addTally(ledger, [{ kind: 'answered', topic: 'cost', count: 1 }]);
    pass(DAY);
    await addTally(ledger, [{ kind: 'answered', topic: 'cost', count: 4 }]);
    expect(await tallySince(ledger, start)).toEqual([
      { kind: 'answered', topic: 'cost', count: 5 },
      { kind: 'missed', topic: undefined, count: 2 },
    ]);
    pass(91 * DAY);
    await addTally(ledger, [{ kind: 'missed', topic: undefined, count: 1 }]);
    expect(await tallySince(ledger, new Date(0))).toEqual([{ kind: 'missed', topic: undefined, count: 1 }]);
  });

  test('two that open a new ledger at once come to the same', async () => {
    const where = await place();
    const both = await Promise.all([openLedger(where), openLedger(where)]);
    expect(both).toMatchObject([{ is: 'open' }, { is: 'open' }]);
    const ids = both.map((one) => one.is === 'open' && one.ledger.id);
    expect(new Set(ids).size).toBe(1);
    for (const one of both) if (one.is === 'open') await closeLedger(one.ledger);
  });

  test('tables of a newer version are not touched', async () => {
    const where = await place();
    const { ledger } = await opened(where);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2031')`.execute(
      ledger.db,
    );
    await closeLedger(ledger);
    expect(await openLedger(where)).toMatchObject({
      is: 'damaged',
      why: 'it was written by a newer version of the bot',
    });
  });

  test.each([
    ['a word of a revision', sql`update revision set why = 'Because.' where seq = 2`],
    ['who made it', sql`update revision set "by" = 999 where seq = 2`],
    ['one taken out of the middle', sql`delete from revision where seq = 2`],
    ['the last ones taken out', sql`delete from revision where seq = 3`],
    ['the row that says where it ends', sql`update head set seq = 7`],
    ['all of it rewritten', sql`update revision set hash = prev where seq = 1`],
  ])('finds at once that somebody has been at it: %s', async (_, harm) => {
    const where = await place();
    const { ledger } = await opened(where);
    for (const key of ['a', 'b', 'c']) await append(ledger, await endOf(ledger), anEntry(key));
    if (ledger.engine.name === 'sqlite') await sql`pragma foreign_keys = off`.execute(ledger.db);
    else await sql`alter table touch drop constraint touch_seq_fkey`.execute(ledger.db);
    if (ledger.engine.name === 'postgres')
      await sql`alter table revision drop constraint revision_by_fkey`.execute(ledger.db);
    await harm.execute(ledger.db);
    await closeLedger(ledger);
    expect(await openLedger(where)).toMatchObject({ is: 'damaged' });
  });
});
