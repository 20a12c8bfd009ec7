import type { Source } from './model.ts';

/** Whose text a source carries: reprints of one report are one voice, and so is the report itself. */
export const voiceOf = ({ from, publisher }: Source): string => (from ?? publisher).replace(/^The /, '');
