import { citeAll } from '../../story/answer.ts';
import type { Change } from '../../story/entry.ts';
import type { Story } from '../../story/model.ts';
import { type Block, note, type Page } from '../reply.ts';
import { differences } from './differences.ts';

/** What a point shows already. */
const ON_A_POINT = ['text', 'standing', 'asOf', 'retracted'];

/** Changes as readers will see them, by the renderer that answers, with what is different marked. */
export const changeBlocks = (
  changes: readonly Change[],
  was: Story,
  is: Story,
): Pick<Page, 'citations'> & { readonly blocks: readonly Block[] } => {
  const facts = changes.flatMap(({ entry, id }) => (entry === 'fact' ? (is.facts.get(id) ?? []) : []));
  const stated = changes.flatMap(({ entry, id }) =>
    entry === 'statement' ? (is.statements.get(id) ?? []) : [],
  );
  const { points, citations } = citeAll(facts, stated);
  const blocksOf = (change: Change): Block[] => {
    const { entry, id } = change;
    if (change.after === null) return [note(`${entry} ${id} is taken out.`)];
    switch (entry) {
      case 'fact': {
        const point = points.find(({ fact }) => fact.id === id);
        if (point === undefined) return [];
        const before = was.facts.get(id);
        const shown: Block = { is: 'point', point, ...(before && { before }) };
        const isNew = change.before === null;
        return isNew ? [shown] : [shown, ...differences(change, ON_A_POINT)];
      }
      case 'statement': {
        const citation = citations.find(({ statement }) => statement.id === id);
        return citation === undefined ? [] : [{ is: 'statement', citation }];
      }
      case 'source': {
        const source = is.sources.get(id);
        return source === undefined ? [] : [{ is: 'source', source }];
      }
      case 'topic':
        return [note(`Question: ${is.topics.get(id)?.title ?? id}`), ...differences(change, ['title'])];
      default:
        return [note(`${entry} ${id}`), ...differences(change)];
    }
  };
  return { blocks: changes.flatMap(blocksOf), citations };
};
