import MiniSearch from 'minisearch';
import type { Rival } from './rival.ts';
import { term, terms } from './terms.ts';

/** The best of 20 settings on the tuning half. Its score grows with every word, so a cut-off is by the word. */
export const minisearch: Rival = {
  name: 'minisearch',
  build: (rows) => {
    const search = new MiniSearch({
      fields: ['text'],
      storeFields: ['topic'],
      processTerm: (word) => term(word) ?? null,
      searchOptions: { fuzzy: 0.2, bm25: { k: 1.2, b: 1, d: 0.5 } },
    });
    search.addAll(rows.map((row, id) => ({ id, ...row })));
    return (question) => {
      const [best] = search.search(question);
      return best && { topic: String(best.topic), score: best.score / terms(question).length };
    };
  },
};
