import type { Reasons } from '../story/explain.ts';
import { hasSome } from '../story/model.ts';
import { plain } from './render/plain.ts';
import type { Notice } from './reply.ts';

/** It has to fit on one message: a button that turns pages could not carry the question. */
const MOST = { letters: 2_800, bytes: 5_600 };

/** One line for each sort of reason, for moderators; what does not fit is left out from the end, and said to be. */
export const why = (reasons: readonly Reasons[]): Notice => {
  const lines = reasons.map(({ about, sentences }) => `${about}: ${sentences.join(' ')}`);
  const fitting = lines.filter((_, i) => fits(lines.slice(0, i + 1)));
  const all = fitting.length < lines.length ? [...fitting, 'There is more, but no room for it here.'] : lines;
  return {
    kind: 'notice',
    heading: 'Why this answer',
    lines: hasSome(all) ? all : ['There is nothing to say about it.'],
  };
};

const fits = (lines: readonly string[]): boolean => {
  const text = lines.map(plain).join('\n');
  return text.length <= MOST.letters && Buffer.byteLength(JSON.stringify(text)) <= MOST.bytes;
};
