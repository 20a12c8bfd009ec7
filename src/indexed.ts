import { setImmediate as pause } from 'node:timers/promises';
import type { Story } from './story/model.ts';
import { english } from './story/search/english.ts';
import { type Index, indexing } from './story/search/index.ts';

/** The index of a story, made while others are answered from the one before it. */
export const indexed = async (story: Story, before?: Index): Promise<Index> => {
  const steps = indexing(story, before?.english ?? english(), before);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
};
