import { create, insertMultiple, search } from '@orama/orama';
import type { Rival } from './rival.ts';
import { terms } from './terms.ts';

export const orama: Rival = {
  name: 'orama',
  build: async (rows) => {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: terms };
    const db = create({ schema: { text: 'string', topic: 'enum' }, components: { tokenizer } });
    // Its own batches wait between them; one batch does not.
    await insertMultiple(db, [...rows], rows.length);
    return async (question) => {
      if (terms(question).length === 0) return undefined;
      const { hits } = await search(db, {
        term: question,
        properties: ['text'],
        tolerance: 1,
        threshold: 1,
        limit: 1,
      });
      const [best] = hits;
      return best && { topic: best.document.topic as string, score: best.score };
    };
  },
};
