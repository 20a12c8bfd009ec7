import type { Revision } from '../ledger/revision.ts';
import type { NonEmpty } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import type { Written } from '../story/schema.ts';
import type { Index } from '../story/search/index.ts';
import { shape } from '../story/shape.ts';
import { type Conflicting, overlay } from './overlay.ts';

/** The story as it is told: the book with the ledger laid over it, whole and unchanging. */
export type Present = {
  readonly index: Index;
  readonly written: Written;
  /** The last revision in it: 0 where there is none. */
  readonly seq: number;
  /** Revisions that the book says already, by their numbers. */
  readonly absorbed: ReadonlySet<number>;
  /** Revisions that the book contradicts: it is told as the book says, until moderators decide. */
  readonly conflicts: readonly Conflicting[];
  /** House rules that book and ledger break together, or why the ledger cannot be laid over the book and it is told alone. */
  readonly problems: readonly Problem[];
  /** Whether the book is told without the ledger, because the one does not fit the other any more. */
  readonly isAlone: boolean;
};

/** A story ready to be asked, or why it cannot be read. */
export type Understood = { readonly index: Index } | { readonly problems: NonEmpty<Problem> };

/** How a story is understood, and judged: by what the whole bot knows, which the desk does not. */
export type Judge = {
  /** Given the index before, only what is new is read. It may take a while, in which others get their turn. */
  readonly understand: (written: Written, before: Index | undefined) => Understood | Promise<Understood>;
  /** The house rules that it breaks. It may take a while, in which others get their turn. */
  readonly check: (index: Index) => readonly Problem[] | Promise<readonly Problem[]>;
};

/** A book that holds, made ready to be asked: whoever opened it has judged it. */
export type Sound = { readonly written: Written; readonly index: Index };

/**
 * What is told of a book and a ledger; of a ledger that does not fit the book, the book alone. The house rules are not asked
 * where `isKnown` says that each revision was judged a moment ago, elsewhere.
 */
export const presentOf = async (
  judge: Judge,
  book: Sound,
  revisions: readonly Revision[],
  { before, isKnown }: { readonly before: Index; readonly isKnown: boolean },
): Promise<Present> => {
  const seq = revisions.at(-1)?.seq ?? 0;
  const alone = { ...book, seq, absorbed: new Set<number>(), conflicts: [], isAlone: true };
  const laid = overlay(book.written, revisions);
  if ('problems' in laid) return { ...alone, problems: laid.problems };
  const { absorbed, conflicts } = laid;
  const fitting = { seq, absorbed, conflicts, isAlone: false };
  if (laid.told.length === 0) return { ...book, ...fitting, problems: [] };
  const shaped = shape(laid.written);
  if ('problems' in shaped) return { ...alone, problems: shaped.problems };
  const { written } = shaped;
  const understood = await judge.understand(written, before);
  if ('problems' in understood) return { ...alone, problems: understood.problems };
  const { index } = understood;
  return { index, written, ...fitting, problems: isKnown ? [] : await judge.check(index) };
};
