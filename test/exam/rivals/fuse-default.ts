import Fuse from 'fuse.js';
import type { Rival } from './rival.ts';

/** fuse.js with nothing set. */
export const fuseDefault: Rival = {
  name: 'fuse.js',
  build: (rows) => {
    const fuse = new Fuse(rows, { keys: ['text'], includeScore: true });
    return (question) => {
      const [best] = fuse.search(question, { limit: 1 });
      return best && { topic: best.item.topic, score: 1 - (best.score ?? 1) };
    };
  },
};
