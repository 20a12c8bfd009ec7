import MiniSearch from 'minisearch';
import type { Rival } from './rival.ts';
import { term } from './terms.ts';

export const minisearch: Rival = {
  name: 'minisearch',
  build: (rows) => {
    const search = new MiniSearch({
      fields: ['text'],
      storeFields: ['topic'],
      processTerm: (word) => term(word) ?? null,
      searchOptions: { fuzzy: 0.2 },
    });
    search.addAll(rows.map((row, id) => ({ id, ...row })));
    return (question) => {
      const [best] = search.search(question);
      return best && { topic: String(best.topic), score: best.score };
    };
  },
};
