import type { Revision } from '../ledger/revision.ts';
import { type Change, canonical, entryIn, type Named } from '../story/entry.ts';
import type { NonEmpty } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import type { Written } from '../story/schema.ts';
import { apply } from './apply.ts';

/** A revision that does not fit the book, the change of it that does not, and what the book says instead. */
export type Conflicting = {
  readonly revision: Revision;
  readonly change: Change;
  readonly now: Named['value'];
};

export type Overlaid = {
  readonly written: Written;
  /** Revisions that the book says already, by their numbers. */
  readonly absorbed: ReadonlySet<number>;
  /** Revisions that the book contradicts, and those that build on them: none of what they say is told. */
  readonly conflicts: readonly Conflicting[];
  /** What the ledger says and the book does not, oldest first. */
  readonly told: readonly Change[];
};

type Step = { readonly revision: Revision; readonly change: Change };
type Fate = 'absorbed' | 'told' | 'conflict';

/**
 * The book with the ledger laid over it. A revision is told whole or not at all; where the book says neither what it
 * was nor what it became, the book is told.
 */
export const overlay = (
  book: Written,
  revisions: readonly Revision[],
): Overlaid | { readonly problems: NonEmpty<Problem> } => {
  const threads = threadsOf(revisions);
  const barred = new Set<number>();
  // Each round bars a revision more, and what builds on it, until those that are left stand whole.
  for (;;) {
    const woven = [...threads.values()].map((thread) => weave(book, thread, barred));
    const steps = woven.flatMap(({ fates }) => fates);
    const fallen = steps.filter(({ fate, step }) => fate === 'conflict' && !barred.has(step.revision.seq));
    if (fallen.length > 0) {
      for (const { step } of fallen) barred.add(step.revision.seq);
      continue;
    }
    const laid = apply(
      book,
      woven.flatMap(({ value }) => value),
    );
    if ('problems' in laid) return laid;
    const open = new Set(
      steps.filter(({ fate }) => fate !== 'absorbed').map(({ step }) => step.revision.seq),
    );
    return {
      written: laid.written,
      absorbed: new Set(revisions.map(({ seq }) => seq).filter((seq) => !open.has(seq))),
      told: steps
        .filter(({ fate }) => fate === 'told')
        .toSorted((a, b) => a.step.revision.seq - b.step.revision.seq)
        .map(({ step }) => step.change),
      conflicts: steps
        .filter(({ fate }) => fate === 'conflict')
        .map(({ step: { revision, change } }) => ({
          revision,
          change,
          now: entryIn(book, change.entry, change.id),
        }))
        .toSorted((a, b) => a.revision.seq - b.revision.seq),
    };
  }
};

/** By entry, what the ledger made of it, oldest first. */
const threadsOf = (revisions: readonly Revision[]): ReadonlyMap<string, Step[]> =>
  Map.groupBy(
    revisions.flatMap((revision) => revision.changes.map((change) => ({ revision, change }))),
    ({ change: { entry, id } }) => `${entry} ${id}`,
  );

/** What becomes of each change of one entry, and what is told in the end where that is not what the book says. */
const weave = (
  book: Written,
  thread: readonly Step[],
  barred: ReadonlySet<number>,
): { readonly fates: readonly { readonly step: Step; readonly fate: Fate }[]; readonly value: Named[] } => {
  const [first] = thread;
  if (first === undefined) return { fates: [], value: [] };
  const { entry, id } = first.change;
  const said = canonical(entryIn(book, entry, id));
  const start = whereTheBookIs(said, thread);
  let now = said;
  let last: Change | undefined;
  const fates = thread.map((step, i) => {
    const { change, revision } = step;
    if (i < start) return { step, fate: 'absorbed' as const };
    if (barred.has(revision.seq) || canonical(change.before) !== now)
      return { step, fate: 'conflict' as const };
    now = canonical(change.after);
    last = change;
    return { step, fate: 'told' as const };
  });
  const value = last === undefined ? [] : [{ entry, id, value: last.after } as Named];
  return { fates, value };
};

/** The last place in the thread at which the entry was what the book says; 0 where it never was. */
const whereTheBookIs = (said: string, thread: readonly Step[]): number => {
  for (let i = thread.length - 1; i >= 0; i--) {
    if (canonical(thread[i]?.change.after) === said) return i + 1;
    if (canonical(thread[i]?.change.before) === said) return i;
  }
  return 0;
};
