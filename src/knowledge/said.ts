import type { Statement, Wording } from '../story/model.ts';

/** Theirs in quotation marks, with its line; ours without. */
export const saidText = (wording: Wording): string =>
  wording.as === 'quote' ? `“${wording.text}” (line ${wording.line})` : wording.text;

/** A statement in one line: its name, who, when, in what manner, and what. */
export const statementText = ({ id, by, on, kind, wording }: Statement): string =>
  `${id}: ${by.name}, ${on}, ${kind}: ${saidText(wording)}`;
