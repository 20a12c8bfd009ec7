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

/** How a story is understood, and judged: by what the whole bot knows, which the desk does not. */
export type Judge = {
  /** The story ready to be asked, or why it cannot be read. Given the one before, only what is new is read. */
  readonly understand: (
    written: Written,
    before: Index | undefined,
  ) => { readonly index: Index } | { readonly problems: NonEmpty<Problem> };
  /** The house rules that it breaks. */
  readonly check: (index: Index) => readonly Problem[];
};

type Told = { readonly present: Present } | { readonly problems: NonEmpty<Problem> };

/** What is told of a book and a ledger. Nothing only where the book itself cannot be told. */
export const presentOf = (
  judge: Judge,
  book: Written,
  revisions: readonly Revision[],
  before: Index | undefined,
): Told => {
  const seq = revisions.at(-1)?.seq ?? 0;
  const laid = overlay(book, revisions);
  const shaped = 'problems' in laid ? laid : shape(laid.written);
  const understood = 'problems' in shaped ? shaped : judge.understand(shaped.written, before);
  if (!('problems' in laid) && 'written' in shaped && 'index' in understood) {
    const { index } = understood;
    const problems = judge.check(index);
    return { present: { ...laid, index, written: shaped.written, seq, problems, isAlone: false } };
  }
  const alone = judge.understand(book, before);
  if ('problems' in alone) return alone;
  const { problems } = 'problems' in understood ? understood : { problems: [] };
  const { index } = alone;
  return {
    present: { index, written: book, seq, absorbed: new Set(), conflicts: [], problems, isAlone: true },
  };
};
