import Fuse from 'fuse.js';
import type { Rival } from './rival.ts';
import { terms } from './terms.ts';

/** fuse.js as good as we could make it by its options alone: tried on the tuning half. */
export const fuseTuned: Rival = {
  name: 'fuse.js tuned',
  build: (rows) => {
    const fuse = new Fuse(rows, {
      keys: ['text'],
      includeScore: true,
      useTokenSearch: true,
      ignoreFieldNorm: true,
      ignoreDiacritics: true,
      threshold: 0.3,
      tokenize: terms,
    });
    return (question) => {
      // A blank query would return everything.
      const words = terms(question);
      if (words.length === 0) return undefined;
      const [best] = fuse.search(words.join(' '), { limit: 1 });
      return best && { topic: best.item.topic, score: 1 - (best.score ?? 1) };
    };
  },
};
