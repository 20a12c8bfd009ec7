import { describe, expect, onTestFinished, test } from 'vitest';
import type { Edit } from '../../src/desk/outcome.ts';
import type { Changed, Desk } from '../../src/desk/surface.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { Refusal } from '../../src/refusal.ts';
import { enginesUnderTest } from '../ledger/engines.ts';
import {
  ann,
  ben,
  deskAt,
  edit,
  judge,
  lighthouse,
  moderator,
  reworded,
  some,
  sound,
  until,
} from './lighthouse.ts';

const engines = await enginesUnderTest();

const cent = 'The Harbour Board of Gullcliff ordered a covered lamp on 9 March 1907, at 90 crowns.';
const bell = 'The keeper wrote in March 1907 that the fog bell was rung until daybreak.';
const why = 'The minutes say so.';

const told = (desk: Desk, id: string) => desk.present().index.story.facts.get(id)?.text;

const DAY = 24 * 60 * 60_000;

describe.each(engines)('a desk over $name', ({ place }) => {
  test('a correction waits for a second moderator, and is told from then on', async () => {
    const where = await place();
    const desk = await deskAt(where);
    const before = told(desk, 'bell-rung');
    const edits = reworded(desk, 'bell-rung', bell);
    const proposed = await desk.propose({ by: ann, key: '1', edits, why });
    if (proposed.is !== 'proposed') throw new Error(proposed.is);
    const { proposal } = proposed;
    expect(proposal).toMatchObject({ author: { name: 'Ann' }, why, state: 'open' });
    expect(await desk.proposals()).toEqual([proposal]);
    expect(told(desk, 'bell-rung')).toBe(before);
    expect(await desk.previewOf(proposal)).toMatchObject({ is: 'ready', changes: proposal.changes });
    await expect(desk.approve({ by: ann, key: '2', proposal: proposal.id })).rejects.toThrow(
      'Nobody reviews a proposal of his own.',
    );
    const changes: Changed[] = [];
    desk.onChange((changed) => changes.push(changed));
    const approved = await desk.approve({ by: ben, key: '3', proposal: proposal.id });
    expect(approved).toMatchObject({
      is: 'published',
      isAgain: false,
      revision: { seq: 1, author: 'Ann', approver: 'Ben', why },
    });
    expect(told(desk, 'bell-rung')).toBe(bell);
    expect(changes).toMatchObject([{ revisions: [{ seq: 1, author: 'Ann' }] }]);
    expect(await desk.approve({ by: ben, key: '3', proposal: proposal.id })).toEqual({
      ...approved,
      isAgain: true,
    });
    await expect(desk.approve({ by: ben, key: '4', proposal: proposal.id })).rejects.toThrow(Refusal);
    expect(await desk.proposals()).toEqual([]);
    expect(desk.unabsorbed().map(({ seq }) => seq)).toEqual([1]);
    const later = await deskAt(where);
    expect(told(later, 'bell-rung')).toBe(bell);
  });

  test('where no second moderator is asked for, it is told at once', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const edits = reworded(desk, 'bell-rung', bell);
    const act = { by: ann, key: '1', edits, why };
    expect(await desk.propose(act)).toMatchObject({ is: 'published', revision: { approver: undefined } });
    expect(await desk.propose(act)).toMatchObject({ is: 'published', isAgain: true });
    expect(told(desk, 'bell-rung')).toBe(bell);
  });

  test('a new source, its statement and the fact that rests on it come together, and go together', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const before = desk.present().written;
    const fact = desk.entry('fact', 'bell-rung');
    if (fact === undefined) throw new Error('There is no bell');
    const edits = some<Edit>([
      {
        entry: 'fact',
        id: 'bell-rung',
        seen: fact.stamp,
        after: { ...fact.value, rests: ['log-bell', 'letter-bell'] },
      },
      {
        entry: 'statement',
        id: 'letter-bell',
        seen: null,
        after: {
          source: 'letter',
          by: 'keeper-of-gullcliff',
          on: '1907-03-09',
          kind: 'on the record',
          gist: 'The keeper writes that he rang the fog bell.',
        },
      },
      {
        entry: 'source',
        id: 'letter',
        seen: null,
        after: {
          publisher: 'Lamp Office',
          title: 'A letter of the keeper',
          date: '1907-03-09',
          kind: 'official record',
          trust: 'strong',
        },
      },
    ]);
    expect(await desk.propose({ by: ann, key: '1', edits, why })).toMatchObject({ is: 'published' });
    const { facts, sources } = desk.present().index.story;
    expect(facts.get('bell-rung')?.rests.map(({ source }) => source.id)).toEqual(['log', 'letter']);
    expect(sources.get('letter')?.title).toBe('A letter of the keeper');
    expect(await desk.undo({ by: ben, key: '2', seq: 1, why: 'It is forged.' })).toMatchObject({
      is: 'published',
      revision: { seq: 2, undoes: 1 },
    });
    expect(desk.present().written).toEqual(before);
    expect(await desk.undo({ by: ben, key: '3', seq: 2, why: 'It is not.' })).toMatchObject({
      is: 'published',
    });
    expect(desk.entry('source', 'letter')?.value.title).toBe('A letter of the keeper');
  });

  test('what breaks a rule of the house comes back with every problem, and nothing is written', async () => {
    const desk = await deskAt(await place());
    const edits = edit(desk, 'lamp-ordered', {
      text: 'It cost 70 crowns.',
      standing: 'disputed',
      rests: ['board-new-lamp', 'nobody-said'],
    });
    expect(await desk.propose({ by: ann, key: '1', edits, why })).toMatchObject({
      is: 'problems',
      problems: [{ message: 'there is no statement called "nobody-said"' }],
    });
    const numbers = edit(desk, 'lamp-ordered', { text: cent.replace('90', '70'), standing: 'disputed' });
    const broken = await desk.propose({ by: ann, key: '2', edits: numbers, why });
    const messages = broken.is === 'problems' ? broken.problems.map(({ message }) => message) : [];
    expect(messages.join('\n')).toMatch(/numbers-in-evidence/);
    expect(messages.join('\n')).toMatch(/both-sides/);
    const shape = edit(desk, 'lamp-ordered', { text: ' ', standing: 'certain' });
    expect(await desk.propose({ by: ann, key: '3', edits: shape, why })).toMatchObject({ is: 'problems' });
    expect(await desk.proposals()).toEqual([]);
    const same = reworded(desk, 'lamp-ordered', `  ${told(desk, 'lamp-ordered')} `);
    expect(await desk.propose({ by: ann, key: '4', edits: same, why })).toEqual({ is: 'unchanged' });
    await expect(
      desk.propose({ by: ann, key: '5', edits: reworded(desk, 'lamp-ordered', cent), why: '  ' }),
    ).rejects.toThrow('Say why it is to be changed');
  });

  test('whoever comes second is shown the newer wording', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const anns = reworded(desk, 'bell-rung', bell);
    const bens = reworded(desk, 'bell-rung', `${bell} It was.`);
    await desk.propose({ by: ann, key: '1', edits: anns, why });
    const conflict = {
      is: 'conflict',
      newer: [{ now: { value: { text: bell }, stamp: desk.entry('fact', 'bell-rung')?.stamp }, revision: 1 }],
    };
    expect(await desk.propose({ by: ben, key: '2', edits: bens, why })).toMatchObject(conflict);
    expect(await desk.preview(bens)).toMatchObject(conflict);
    const gone: [Edit] = [{ entry: 'fact', id: 'no-such', after: null, seen: '0123456789ab' }];
    expect(await desk.preview(gone)).toMatchObject({ is: 'conflict', newer: [{ now: null }] });
    const there: [Edit] = [{ ...anns[0], seen: null }];
    expect(await desk.preview(there)).toMatchObject({ is: 'conflict' });
  });

  test('a proposal that was overtaken is not published over what is newer', async () => {
    const desk = await deskAt(await place());
    const idOf = async (key: string, text: string) => {
      const made = await desk.propose({ by: ann, key, edits: reworded(desk, 'bell-rung', text), why });
      return made.is === 'proposed' ? made.proposal.id : 0;
    };
    const first = await idOf('1', bell);
    const second = await idOf('2', bell.replace('wrote', 'noted'));
    await desk.approve({ by: ben, key: '3', proposal: first });
    expect(await desk.approve({ by: ben, key: '4', proposal: second })).toMatchObject({
      is: 'conflict',
      newer: [{ now: { value: { text: bell } }, revision: 1 }],
    });
    const revised = await desk.propose({
      by: ann,
      key: '5',
      revises: second,
      edits: reworded(desk, 'bell-rung', bell.replace('wrote', 'noted')),
      why,
    });
    expect(revised).toMatchObject({ is: 'proposed', proposal: { id: second } });
    expect(await desk.approve({ by: ben, key: '6', proposal: second })).toMatchObject({ is: 'published' });
  });

  test('a proposal is sent back with a word, declined, or withdrawn by its author alone', async () => {
    const desk = await deskAt(await place());
    const made = await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    const proposal = made.is === 'proposed' ? made.proposal.id : 0;
    await expect(desk.sendBack({ by: ann, key: '2', proposal, word: 'me' })).rejects.toThrow(Refusal);
    await expect(desk.withdraw({ by: ben, key: '3', proposal })).rejects.toThrow(Refusal);
    const back = { by: ben, key: '4', proposal, word: 'Since when?' };
    expect(await desk.sendBack(back)).toMatchObject({
      is: 'decided',
      proposal: { state: 'sent-back', word: 'Since when?' },
    });
    expect(await desk.sendBack(back)).toMatchObject({ is: 'decided' });
    await expect(desk.approve({ by: ben, key: '5', proposal })).rejects.toThrow('was sent back');
    expect(await desk.withdraw({ by: ann, key: '6', proposal })).toMatchObject({
      proposal: { state: 'withdrawn' },
    });
    await expect(desk.decline({ by: ben, key: '7', proposal, word: 'No.' })).rejects.toThrow('was withdrawn');
    await expect(desk.approve({ by: ben, key: '8', proposal: 999_999 })).rejects.toThrow(Refusal);
  });

  test('of 200 who edit what they all saw, one is published, and 199 see the newer text', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const [seen] = reworded(desk, 'bell-rung', bell);
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        const text = `${bell.slice(0, -1)}, ${'a'.repeat(1 + (i % 7))}${'b'.repeat(1 + Math.floor(i / 7))}.`;
        const edits: [Edit] = [
          { ...seen, after: { ...desk.entry('fact', 'bell-rung')?.value, text } } as Edit,
        ];
        return desk.propose({ by: moderator(`m${i}`), key: `k${i}`, edits, why });
      }),
    );
    expect(Object.groupBy(all, ({ is }) => is)).toMatchObject({
      published: { length: 1 },
      conflict: { length: 199 },
    });
    expect(desk.present().seq).toBe(1);
  }, 30_000);

  test('the same interaction delivered 100 times is one revision', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const edits = reworded(desk, 'bell-rung', bell);
    const all = await Promise.all(
      Array.from({ length: 100 }, () => desk.propose({ by: ann, key: 'one', edits, why })),
    );
    expect(all.every((one) => one.is === 'published' && one.revision.seq === 1)).toBe(true);
    expect(desk.present().seq).toBe(1);
  });

  test('another replica tells it within a second, and writes on from there', async () => {
    const where = await place();
    const here = await deskAt(where, { reviewers: 0 });
    const there = await deskAt(where, { reviewers: 0 });
    const heard: Changed[] = [];
    there.onChange((changed) => heard.push(changed));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await here.propose({ by: ann, key: '1', edits: reworded(here, 'bell-rung', bell), why });
    expect(await until(() => told(there, 'bell-rung') === bell)).toBeLessThan(1000);
    expect(heard).toMatchObject([{ revisions: [{ author: 'Ann', seq: 1 }] }]);
    // Before it has heard of it: the ledger knows better, and the second is a conflict there too.
    const stale = reworded(there, 'lamp-ordered', cent);
    await here.propose({ by: ann, key: '2', edits: reworded(here, 'lamp-ordered', cent), why });
    expect(await there.propose({ by: ben, key: '3', edits: stale, why })).toMatchObject({
      is: expect.stringMatching(/conflict|unchanged/),
    });
    const on = await there.propose({
      by: ben,
      key: '4',
      edits: edit(there, 'bell-rung', { asOf: '1907-03-05' }),
      why,
    });
    expect(on).toMatchObject({ is: 'published', revision: { seq: 3 } });
    await until(() => here.present().seq === 3);
    expect(here.present().written).toEqual(there.present().written);
  });

  test('a withdrawn fact says so, with what withdrew it; and is restored', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    const retracted = { on: '1907-03-20', because: 'the log was written later.', rests: ['inquiry-closed'] };
    await desk.propose({ by: ann, key: '1', edits: edit(desk, 'bell-rung', { retracted }), why });
    expect(desk.present().index.story.facts.get('bell-rung')?.retracted).toMatchObject({
      because: retracted.because,
      rests: [{ id: 'inquiry-closed' }],
    });
    await desk.propose({ by: ann, key: '2', edits: edit(desk, 'bell-rung', { retracted: undefined }), why });
    expect(desk.present().index.story.facts.get('bell-rung')?.retracted).toBeUndefined();
  });

  test('history in pages, by fact and by person; erased names leave it', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    for (const [i, text] of [bell, `${bell} So he wrote.`, bell].entries())
      await desk.propose({
        by: i === 1 ? ben : ann,
        key: `${i}`,
        edits: reworded(desk, 'bell-rung', text),
        why,
      });
    await desk.propose({ by: ben, key: 'o', edits: reworded(desk, 'lamp-ordered', cent), why });
    const of = { entry: 'fact', id: 'bell-rung' } as const;
    const first = await desk.history({ of, most: 2 });
    expect(first).toMatchObject({ revisions: [{ seq: 3 }, { seq: 2 }], next: 2 });
    expect(await desk.history({ of, most: 2, before: first.next ?? 0 })).toMatchObject({
      revisions: [{ seq: 1, author: 'Ann' }],
      next: undefined,
    });
    expect(await desk.history({ by: ben.id })).toMatchObject({ revisions: [{ seq: 4 }, { seq: 2 }] });
    expect(await desk.erase(ann.id)).toBe(3);
    expect(await desk.revision(1)).toMatchObject({ author: undefined });
    expect(await desk.history({ by: ann.id })).toEqual({ revisions: [], next: undefined });
  });

  test('a proposal of a person who was erased is gone', async () => {
    const desk = await deskAt(await place());
    const made = await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    await desk.erase(ann.id);
    const proposal = made.is === 'proposed' ? made.proposal.id : 0;
    await expect(desk.approve({ by: ann, key: '2', proposal })).rejects.toThrow(Refusal);
    await expect(desk.approve({ by: ben, key: '3', proposal })).rejects.toThrow(Refusal);
  });

  test('the book is laid under it anew: absorbed where it says the same, told as it is where it says otherwise', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    await desk.take(sound(desk.present().written));
    expect(desk.present()).toMatchObject({ conflicts: [], seq: 1 });
    expect(desk.unabsorbed()).toEqual([]);
    const other = structuredClone(lighthouse);
    const fact = other.facts.facts['bell-rung'];
    if (fact !== undefined) fact.text = `${bell} It was a heavy bell.`;
    await desk.take(sound(other));
    expect(desk.present().conflicts).toMatchObject([{ revision: { seq: 1 }, now: { text: fact?.text } }]);
    expect(told(desk, 'bell-rung')).toBe(fact?.text);
    // Moderators decide: for the book as it is, or for what the ledger said.
    const forTheBook = await desk.propose({ by: ann, key: '2', edits: edit(desk, 'bell-rung', {}), why });
    expect(forTheBook).toMatchObject({ is: 'published' });
    expect(desk.present().conflicts).toEqual([]);
    await desk.propose({ by: ann, key: '3', edits: reworded(desk, 'bell-rung', bell), why });
    expect(told(desk, 'bell-rung')).toBe(bell);
    expect(desk.present().conflicts).toEqual([]);
  });

  test('a book that the ledger no longer fits is told alone, and nothing is changed meanwhile', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    await desk.propose({
      by: ann,
      key: '1',
      edits: edit(desk, 'bell-rung', { rests: ['log-bell', 'log-hourly'] }),
      why,
    });
    const less = structuredClone(lighthouse);
    delete less.sources.sources.log?.statements['log-hourly'];
    const keeper = less.facts.facts['keeper-awake'];
    if (keeper !== undefined) keeper.rests = ['log-bell'];
    await desk.take(sound(less));
    expect(desk.present()).toMatchObject({
      isAlone: true,
      problems: [{ message: 'there is no statement called "log-hourly"' }],
    });
    await expect(
      desk.propose({ by: ann, key: '2', edits: reworded(desk, 'bell-rung', bell), why }),
    ).rejects.toThrow('does not fit the book');
    await desk.take(sound(lighthouse));
    expect(desk.present()).toMatchObject({ isAlone: false, seq: 1 });
  });

  test('facts whose day of review has come, the longest due first', async () => {
    const desk = await deskAt(await place(() => new Date('1907-04-01T00:00:00Z')), { reviewers: 0 });
    const due = (id: string, reviewBy: string) =>
      desk.propose({ by: ann, key: id, edits: edit(desk, id, { reviewBy }), why });
    await due('bell-rung', '1907-04-01');
    await due('lamp-ordered', '1907-03-30');
    await due('dark-nights', '1907-04-02');
    expect(desk.stale().map(({ id }) => id)).toEqual(['lamp-ordered', 'bell-rung']);
  });

  test('a proposal is brought up again after a day', async () => {
    const clock = { now: new Date('1907-04-01T00:00:00Z') };
    const desk = await deskAt(await place(() => clock.now));
    await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    expect(await desk.overdue()).toEqual([]);
    clock.now = new Date(clock.now.getTime() + DAY);
    expect(await desk.overdue()).toMatchObject([{ author: { name: 'Ann' } }]);
    expect(await desk.overdue()).toEqual([]);
  });

  test('the work list, from a miss to the one who hears of the answer', async () => {
    const desk = await deskAt(await place());
    const { id } = await desk.questions.ask({
      text: 'Who rang?',
      same: 'rang who',
      tell: { user: '5', channel: '6' },
    });
    expect(await desk.questions.list()).toMatchObject([{ id, count: 1 }]);
    expect(await desk.questions.claim({ by: ann, key: '1', question: id })).toMatchObject({
      claimedBy: { name: 'Ann' },
    });
    await expect(
      desk.questions.settle({ by: ann, key: '2', question: id, as: 'answered', topic: 'no-such' }),
    ).rejects.toThrow(Refusal);
    await desk.questions.settle({ by: ann, key: '3', question: id, as: 'answered', topic: 'keeper' });
    const [waiting] = await desk.questions.waiting();
    expect(waiting).toMatchObject({ user: '5', channel: '6', question: { topic: 'keeper' } });
    if (waiting !== undefined) expect(await desk.questions.told(waiting)).toBe(true);
    expect(await desk.questions.waiting()).toEqual([]);
    await desk.marks.helpful('bell-rung');
    await desk.marks.wrong('bell-rung', 'He did not.');
    await expect(desk.marks.wrong('no-such', 'x')).rejects.toThrow(Refusal);
    const [wrong] = await desk.marks.wrongs();
    expect(wrong).toMatchObject({ fact: 'bell-rung', isPresent: true, reasons: ['He did not.'] });
    expect(await desk.marks.of('bell-rung')).toEqual({ helpful: 1, wrong: 1 });
    await desk.marks.settle({ by: ann, key: '4', wrong: wrong?.id ?? 0 });
    expect(await desk.marks.wrongs()).toEqual([]);
    desk.tally.count('answered', 'keeper');
    desk.tally.count('answered', 'keeper');
    desk.tally.count('missed');
    expect(await desk.tally.since(new Date(0))).toEqual([
      { kind: 'answered', topic: 'keeper', count: 2 },
      { kind: 'missed', topic: undefined, count: 1 },
    ]);
  });

  test('a channel hears of a correction with what was changed and by whom', async () => {
    const desk = await deskAt(await place(), { reviewers: 0 });
    await desk.followers.follow({ channel: '1', guild: '2' });
    await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    expect(await desk.followers.due()).toMatchObject([
      { channel: '1', guild: '2', revisions: [{ author: 'Ann', why, changes: [{ after: { text: bell } }] }] },
    ]);
    expect(await desk.followers.due()).toEqual([]);
    expect(await desk.followers.unfollow('1')).toBe(true);
  });

  test('a ledger that is damaged is not believed: the book is told, and nothing is changed', async () => {
    const where = await place();
    const first = await deskAt(where, { reviewers: 0 });
    await first.propose({ by: ann, key: '1', edits: reworded(first, 'bell-rung', bell), why });
    await first.close();
    const ledger = await openLedger(where);
    if (ledger.is !== 'open') throw new Error(ledger.why);
    await ledger.ledger.db.updateTable('revision').set({ why: 'Because.' }).execute();
    await ledger.ledger.db.destroy();
    await ledger.ledger.engine.close();
    const desk = await deskAt(where);
    expect(desk.obstacle()).toContain('revision 1 is not what it was when it was written');
    expect(told(desk, 'bell-rung')).toBe(lighthouse.facts.facts['bell-rung']?.text);
    await expect(
      desk.propose({ by: ann, key: '2', edits: reworded(desk, 'bell-rung', bell), why }),
    ).rejects.toThrow(Refusal);
    await expect(desk.history({})).rejects.toThrow(Refusal);
  });

  test('what rules it broke before is not held against a change', async () => {
    const written = structuredClone(lighthouse);
    const fact = written.facts.facts['lamp-ordered'];
    if (fact !== undefined) fact.text = fact.text.replace('90', '70');
    const desk = await deskAt(await place(), { book: sound(written), reviewers: 0 });
    const first = await desk.propose({ by: ann, key: '1', edits: reworded(desk, 'bell-rung', bell), why });
    expect(first).toMatchObject({ is: 'problems' });
    expect(await judge.check(sound(written).index)).not.toEqual([]);
  });
});

test('a database that is away at the start is used when it is there', async () => {
  const { startServer } = await import('../ledger/server.ts');
  const server = await startServer({ isSafe: false });
  if (typeof server === 'string' || process.env.TEST_DATABASE_URL !== undefined) return;
  onTestFinished(() => server.stop());
  const [, postgres] = engines;
  if (postgres === undefined) return;
  const { folder, now } = await postgres.place();
  const url = await server.database();
  await server.kill();
  const desk = await deskAt({ folder, url, now }, { reviewers: 0 });
  expect(desk.obstacle()).toContain('cannot be reached');
  expect(told(desk, 'bell-rung')).toBe(lighthouse.facts.facts['bell-rung']?.text);
  const edits = reworded(desk, 'bell-rung', bell);
  await expect(desk.propose({ by: ann, key: '1', edits, why })).rejects.toThrow(Refusal);
  await server.start();
  await until(() => desk.obstacle() === undefined, 8000);
  expect(await desk.propose({ by: ann, key: '1', edits, why })).toMatchObject({ is: 'published' });
  await server.kill();
  await expect(
    desk.propose({ by: ann, key: '2', edits: reworded(desk, 'lamp-ordered', cent), why }),
  ).rejects.toThrow(Refusal);
  expect(told(desk, 'bell-rung')).toBe(bell);
  await server.start();
  const again = desk.propose({ by: ann, key: '2', edits: reworded(desk, 'lamp-ordered', cent), why });
  expect(await again).toMatchObject({ is: 'published', revision: { seq: 2 } });
}, 30_000);
