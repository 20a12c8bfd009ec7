import { append, type Entered } from '../ledger/append.ts';
import { breakIn, type End, START } from '../ledger/chain.ts';
import { ask, cannotChange, type Ledger } from '../ledger/ledger.ts';
import { closeLedger, type Opened, openLedger, type Place } from '../ledger/open.ts';
import type { Revision } from '../ledger/revision.ts';
import { revisionOf, rowsAfter, withPeople } from '../ledger/revisions.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../story/entry.ts';
import type { NonEmpty } from '../story/model.ts';
import { candidate } from './candidate.ts';
import { inTurn } from './in-turn.ts';
import type { Approved, Conflict } from './outcome.ts';
import { overlay } from './overlay.ts';
import { type Judge, type Present, presentOf, type Sound } from './present.ts';
import type { Changed, Desk } from './surface.ts';

/** What holds the story together: book, ledger, and what is told of them. Everything that changes it goes through here, one after the other. */
export type Core = Pick<Desk, 'present' | 'onChange' | 'obstacle' | 'take' | 'catchUp' | 'close'> & {
  readonly judge: Judge;
  /** All that the ledger holds, oldest first. */
  readonly revisions: () => readonly Revision[];
  /** The ledger; refuses where it cannot be used. */
  readonly ledger: () => Ledger;
  /** Enters changes that hold against what is told at that very moment. */
  readonly publish: (
    draw: () => { readonly changes: NonEmpty<Change> } | Conflict,
    entered: Omit<Entered, 'changes'>,
  ) => Promise<Approved>;
};

export type Footing = {
  readonly place: Place;
  readonly book: Sound;
  readonly judge: Judge;
  /** Keeps a bug for the operator. */
  readonly report: (error: unknown) => void;
};

/** How long after a database was away it is looked for again. */
const REOPEN = 2000;

/** Others who write at the same time: so often we look again before we give up. */
const MOST_TRIES = 50;

export const openCore = async ({ place, book: first, judge, report }: Footing): Promise<Core> => {
  let book = first;
  let opened: Opened = await openLedger(place);
  let revisions: readonly Revision[] = opened.is === 'open' ? opened.revisions : [];
  let leave: (() => Promise<void>) | undefined;
  let reopening: NodeJS.Timeout | undefined;
  const turn = inTurn();
  const listeners = new Set<(changed: Changed) => void>();
  let present = await presentOf(judge, book, revisions, { before: book.index, isKnown: false });

  const swap = (next: Present, news: Changed['revisions']): void => {
    present = next;
    for (const listener of listeners)
      try {
        listener({ present, revisions: news });
      } catch (error) {
        report(error);
      }
  };
  const end = (): End => revisions.at(-1) ?? { seq: 0, hash: START };
  const ledger = (): Ledger => (opened.is === 'open' ? opened.ledger : refuse(cannotChange(opened.why)));

  /** What was read of it is forgotten: the book is told as it stands. */
  const condemn = async (why: string): Promise<void> => {
    if (opened.is === 'open') {
      const { ledger } = opened;
      opened = { is: 'damaged', why };
      const end = leave;
      leave = undefined;
      void end?.();
      await closeLedger(ledger);
    }
  };

  const readOn = async (): Promise<void> => {
    if (opened.is !== 'open') return;
    const { ledger } = opened;
    const { rows, head } = await ask(ledger, async (db) => ({
      rows: await rowsAfter(db, end().seq),
      head: await db.selectFrom('head').select(['seq', 'ledger']).executeTakeFirst(),
    }));
    if (head === undefined || head.seq < end().seq || head.ledger !== ledger.id)
      return condemn('it is not the ledger that it was a moment ago');
    if (rows.length === 0) return;
    const broken = breakIn(end(), rows);
    if (broken !== undefined) return condemn(broken);
    const fresh = rows.map(revisionOf);
    const news = await ask(ledger, (db) => withPeople(db, fresh));
    revisions = [...revisions, ...fresh];
    const next = await presentOf(judge, book, revisions, { before: present.index, isKnown: true });
    if (next.isAlone) report(new Error('A revision of another replica does not fit the book of this one'));
    swap(next, news);
  };
  const catchUp = (): Promise<void> => turn(readOn);

  const settle = (): void => {
    if (opened.is === 'open') {
      const { db, engine } = opened.ledger;
      leave = engine.watch(db, catchUp);
    } else if (opened.is === 'away')
      reopening = setTimeout(() => void turn(reopen).catch(report), REOPEN).unref();
  };
  const reopen = async (): Promise<void> => {
    opened = await openLedger(place);
    if (opened.is === 'open' && opened.revisions.length > 0) {
      revisions = opened.revisions;
      swap(await presentOf(judge, book, revisions, { before: present.index, isKnown: true }), []);
    }
    settle();
  };
  settle();

  const publish: Core['publish'] = (draw, entered) =>
    turn(async (): Promise<Approved> => {
      const done = await doneBefore(ledger(), entered.key);
      if (done !== undefined) return done;
      if (present.isAlone) return refuse(cannotChange('it does not fit the book any more'));
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const drawn = draw();
        if ('is' in drawn) {
          // What another replica wrote a moment ago is the newer wording; or it was this very deed.
          const before = end().seq;
          await readOn();
          if (end().seq === before) return drawn;
          continue;
        }
        const ready = await candidate(judge, present, drawn.changes);
        if (ready.is !== 'ready') return ready;
        const appended = await append(ledger(), end(), { ...entered, changes: ready.changes });
        switch (appended.is) {
          case 'behind':
            await readOn();
            ledger();
            continue;
          case 'closed':
            return refuse('That proposal no longer waits: somebody was quicker.');
          case 'again':
            return again(ledger(), appended.revision);
          case 'appended': {
            const { revision } = appended;
            revisions = [...revisions, revision];
            const laid = overlay(book.written, revisions);
            const { absorbed, conflicts } = 'problems' in laid ? present : laid;
            const { index, written } = ready;
            const recorded = { ...revision, author: entered.by.name, approver: entered.approvedBy?.name };
            swap({ ...present, index, written, seq: revision.seq, absorbed, conflicts }, [recorded]);
            return { is: 'published', revision: recorded, isAgain: false };
          }
          default:
            return appended satisfies never;
        }
      }
      return refuse(cannotChange('too many others are writing to it'));
    });

  return {
    judge,
    present: () => present,
    revisions: () => revisions,
    ledger,
    publish,
    catchUp,
    obstacle: () => (opened.is === 'open' ? undefined : cannotChange(opened.why)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    take: (sound) =>
      turn(async () => {
        book = sound;
        swap(await presentOf(judge, book, revisions, { before: present.index, isKnown: false }), []);
        return present;
      }),
    close: async () => {
      clearTimeout(reopening);
      await leave?.();
      await turn(async () => {
        if (opened.is === 'open') await closeLedger(opened.ledger);
        opened = { is: 'away', why: 'the bot is being stopped' };
      });
    },
  };
};

type Published = Extract<Approved, { readonly is: 'published' }>;

const again = async (ledger: Ledger, revision: Revision): Promise<Published> => {
  const [recorded] = await ask(ledger, (db) => withPeople(db, [revision]));
  if (recorded === undefined) throw new Error('A revision was lost between two lines');
  return { is: 'published', revision: recorded, isAgain: true };
};

const doneBefore = async (ledger: Ledger, key: string): Promise<Published | undefined> => {
  const row = await ask(ledger, (db) =>
    db.selectFrom('revision').selectAll().where('key', '=', key).executeTakeFirst(),
  );
  return row && again(ledger, revisionOf(row));
};
