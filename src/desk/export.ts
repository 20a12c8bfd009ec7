import { differenceLines } from '../book/difference.ts';
import { exported, writtenIn } from '../book/export.ts';
import { textsIn, writeBook } from '../book/write.ts';
import type { Revision } from '../ledger/revision.ts';
import { refuse } from '../refusal.ts';
import { type Problem, problemLine } from '../story/problem.ts';
import type { StoryFile } from '../story/schema.ts';
import { type Conflicting, overlay } from './overlay.ts';
import type { Judge } from './present.ts';

/** What became of the book: the files that were written, line by line, and the revisions that they say from now on. */
export type Exported = {
  readonly files: readonly StoryFile[];
  readonly lines: readonly string[];
  readonly revisions: readonly number[];
  /** Those that the book contradicts are not written: moderators decide. */
  readonly conflicts: readonly Conflicting[];
};

/**
 * Writes into the files of a folder what the ledger has and they do not say yet; from then on those revisions are
 * absorbed. Refuses, before anything is written, what cannot be told.
 */
export const exportLedger = async (
  folder: string,
  revisions: readonly Revision[],
  judge: Judge,
): Promise<Exported> => {
  const old = await textsIn(folder);
  const laid = overlay(writtenIn(old), revisions);
  if ('problems' in laid) return refuseAll(laid.problems);
  const { absorbed, conflicts } = laid;
  const barred = new Set(conflicts.map(({ revision }) => revision.seq));
  const told = revisions.filter(({ seq }) => !absorbed.has(seq) && !barred.has(seq));
  const now = exported(old, laid.told);
  // A book that breaks a rule is not opened at the next start.
  const understood = await judge.understand(writtenIn(now), undefined);
  const problems = 'problems' in understood ? understood.problems : await judge.check(understood.index);
  if (problems.length > 0) return refuseAll(problems);
  const files = await writeBook(folder, old, now);
  return { files, lines: differenceLines(old, now), revisions: told.map(({ seq }) => seq), conflicts };
};

const refuseAll = (problems: readonly Problem[]): never => refuse(problems.map(problemLine).join('\n'));
