import type { Judge } from '../../desk/present.ts';
import type { Place } from '../open.ts';

/** Where ledger and book are, and who judges what is written into the book. */
export type Setting = Place & { readonly knowledge: string; readonly judge: Judge };

/** What a command prints, and whether all was well. */
export type Printed = { readonly lines: readonly string[]; readonly isWell: boolean };

/** One of the commands on the ledger. */
export type Verb = {
  /** `backup FILE`: the first word is its name. */
  readonly usage: string;
  readonly run: (words: readonly string[], setting: Setting) => Promise<Printed>;
};
