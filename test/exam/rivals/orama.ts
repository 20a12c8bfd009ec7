import { create, insertMultiple, search } from '@orama/orama';
import type { Rival } from './rival.ts';
import { terms } from './terms.ts';

/** The best of 18 settings on the tuning half. Its score grows with every word, so a cut-off is by the word. */
export const orama: Rival = {
  name: 'orama',
  build: async (rows) => {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: terms };
    const db = create({ schema: { text: 'string', topic: 'enum' }, components: { tokenizer } });
    // It waits between its batches; one batch does not.
    await insertMultiple(db, [...rows], rows.length);
    return async (question) => {
      const words = terms(question).length;
      if (words === 0) return undefined;
      const { hits } = await search(db, { term: question, properties: ['text'], threshold: 1, limit: 1 });
      const [best] = hits;
      return best && { topic: String(best.document.topic), score: best.score / words };
    };
  },
};
