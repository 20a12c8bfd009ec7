import { createHash } from 'node:crypto';
import type { Revision } from '../ledger/revision.ts';
import {
  type Change,
  canonical,
  type Entries,
  type EntryKind,
  entryIn,
  entryKinds,
  isSame,
  type Named,
} from '../story/entry.ts';
import { hasSome, type NonEmpty } from '../story/model.ts';
import { problemLine } from '../story/problem.ts';
import { shape } from '../story/shape.ts';
import { apply } from './apply.ts';
import type { Broken, Conflict, Edit, Newer, Ready, Seen, Unchanged } from './outcome.ts';
import type { Judge, Present } from './present.ts';

/** The same twelve letters and digits for the same wording: short enough to travel in a button. */
export const stampOf = (value: Named['value']): string =>
  createHash('sha256').update(canonical(value)).digest('hex').slice(0, 12);

export const seenOf = <K extends EntryKind>(value: Entries[K]): Seen<K> => ({ value, stamp: stampOf(value) });

/** Edits as changes of what is told now; or what is newer than what the editor saw. */
export const changesFor = (
  { written }: Present,
  edits: NonEmpty<Edit>,
  revisions: readonly Revision[],
): { readonly changes: NonEmpty<Change> } | Conflict => {
  const drafted = edits.map(({ entry, id, after, seen }) => {
    const now = entryIn(written, entry, id);
    const isNewer = seen !== (now === null ? null : stampOf(now));
    return { isNewer, seen, change: { entry, id, before: now, after } as Change };
  });
  const newer = drafted
    .filter(({ isNewer }) => isNewer)
    .map(({ change, seen }) =>
      newerThan(
        { ...change, before: wordingOf(change, seen, revisions) } as Change,
        change.before,
        revisions,
      ),
    );
  if (hasSome(newer)) return { is: 'conflict', newer };
  const changes = drafted.map(({ change }) => change);
  if (!hasSome(changes)) throw new Error('An edit of nothing');
  return { changes };
};

/** What stands in the way of changes that were drawn up earlier: entries that say something else by now. */
export const newerIn = (
  { written }: Present,
  changes: NonEmpty<Change>,
  revisions: readonly Revision[],
): Conflict | undefined => {
  const newer = changes.flatMap((change) => {
    const now = entryIn(written, change.entry, change.id);
    return isSame(now, change.before) ? [] : [newerThan(change, now, revisions)];
  });
  return hasSome(newer) ? { is: 'conflict', newer } : undefined;
};

const newerThan = (change: Change, now: Named['value'], revisions: readonly Revision[]): Newer => ({
  change,
  now: now === null ? null : seenOf(now),
  revision: revisions.findLast(({ changes }) =>
    changes.some(({ entry, id, after }) => entry === change.entry && id === change.id && isSame(after, now)),
  )?.seq,
});

/** The wording of a stamp, where the ledger still has it. */
const wordingOf = (
  { entry, id }: Change,
  seen: string | null,
  revisions: readonly Revision[],
): Change['before'] => {
  const wordings = revisions
    .flatMap(({ changes }) => changes)
    .filter((change) => change.entry === entry && change.id === id)
    .flatMap(({ before, after }) => [before, after]);
  return wordings.find((one) => one !== null && stampOf(one) === seen) ?? null;
};

/** The story as it would be, judged like any other: what it breaks already is not held against the change. */
export const candidate = async (
  judge: Judge,
  present: Present,
  changes: NonEmpty<Change>,
): Promise<Ready | Broken | Unchanged> => {
  const laid = apply(
    present.written,
    changes.map(({ entry, id, after }) => ({ entry, id, value: after }) as Named),
  );
  const shaped = 'problems' in laid ? laid : shape(laid.written);
  if ('problems' in shaped) return { is: 'problems', problems: shaped.problems };
  // As the schema reads them: without the spaces around a text.
  const read = changes.map(
    (change) => ({ ...change, after: entryIn(shaped.written, change.entry, change.id) }) as Change,
  );
  const settles = ({ entry, id }: Change): boolean =>
    present.conflicts.some(({ change }) => change.entry === entry && change.id === id);
  const real = inOrder(read).filter((change) => !isSame(change.before, change.after) || settles(change));
  if (!hasSome(real)) return { is: 'unchanged' };
  const understood = await judge.understand(shaped.written, present.index);
  const known = new Set(present.problems.map(problemLine));
  const problems = 'problems' in understood ? understood.problems : await judge.check(understood.index);
  const fresh = problems.filter((problem) => !known.has(problemLine(problem)));
  if (hasSome(fresh)) return { is: 'problems', problems: fresh };
  if ('problems' in understood)
    throw new Error('A story that cannot be read, and nothing new is wrong with it');
  return { is: 'ready', changes: real, index: understood.index, written: shaped.written };
};

/** First what others lean on, each before what leans on it; what goes is taken out the other way round. */
const inOrder = (changes: readonly Change[]): readonly Change[] => {
  const rank = ({ entry, after }: Change): number =>
    after === null ? entryKinds.length * 2 - entryKinds.indexOf(entry) : entryKinds.indexOf(entry);
  return changes.toSorted((one, other) => rank(one) - rank(other));
};
