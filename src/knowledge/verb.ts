import { hang, type Page } from '../local/terminal/paint.ts';

/** Where the files are, and how what is printed is laid out. */
export type Desk = { readonly knowledge: string; readonly schemas: string; readonly page: Page };

/** What a command prints, and whether all was well. */
export type Printed = { readonly lines: readonly string[]; readonly isWell: boolean };

/** One of the curators' commands. */
export type Verb = {
  /** `verify SOURCE FILE`: the first word is its name. */
  readonly usage: string;
  readonly run: (words: readonly string[], desk: Desk) => Promise<Printed>;
};

/** What stands before a text, and the text. */
export type Entry = readonly [label: string, text: string];

/** Entries under one another, the labels in a column of their own; a label that repeats the one above stays away. */
export const table = (entries: readonly Entry[], { ink, width }: Page, margin = 2): string[] => {
  const column = margin + 2 + Math.max(...entries.map(([label]) => label.length));
  return entries.flatMap(([label, text], i) => {
    const lead = `${' '.repeat(margin)}${label === entries[i - 1]?.[0] ? '' : label}`.padEnd(column);
    return hang(ink.dim(lead), column, text, width);
  });
};

/** `1 fact`, `2 facts`. */
export const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`;
