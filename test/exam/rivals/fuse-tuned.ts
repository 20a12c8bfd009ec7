import Fuse from 'fuse.js';
import type { Rival } from './rival.ts';
import { terms } from './terms.ts';

/** fuse.js by its options alone, the best of 32 settings on the tuning half: field norms kept, stems in place of words. */
export const fuseTuned: Rival = {
  name: 'fuse.js tuned',
  build: (rows) => {
    const fuse = new Fuse(
      rows.map(({ topic, text }) => ({ topic, text: terms(text).join(' ') })),
      { keys: ['text'], includeScore: true, useTokenSearch: true, threshold: 0.3 },
    );
    return (question) => {
      // A blank query would return everything.
      const words = terms(question);
      if (words.length === 0) return undefined;
      const [best] = fuse.search(words.join(' '), { limit: 1 });
      return best && { topic: best.item.topic, score: 1 - (best.score ?? 1) };
    };
  },
};
