import type { Conflict } from '../../desk/outcome.ts';
import type { Problem } from '../../story/problem.ts';
import { type Block, note } from '../reply.ts';
import { differences, fieldLabel } from './differences.ts';

/** More than these are not read at once; the next ones come when these are gone. */
const MOST = 8;

/** What is wrong with a change, in a curator's words: which field of what, and why. */
export const problemBlocks = (problems: readonly Problem[]): Block[] => {
  const said = problems.map(({ at, message }) => {
    const keys = at.filter((key) => typeof key === 'string');
    const [thing, entry = thing, ...inner] = keys;
    const isStatement = inner[0] === 'statements' && inner.length > 1;
    const [id, field] = isStatement ? inner.slice(1) : [entry, inner.at(-1)];
    const where = [id ?? 'The story', ...(field === undefined ? [] : [fieldLabel(field)])].join(' · ');
    return note(`✗ ${where}: ${message}`);
  });
  const rest = said.length - MOST;
  return [...said.slice(0, MOST), ...(rest > 0 ? [note(`And ${rest} more.`)] : [])];
};

/** What somebody else changed meanwhile, and how the own wording differs from that. */
export const conflictBlocks = ({ newer }: Conflict): Block[] =>
  newer.flatMap(({ change, now, revision }) => {
    const { id, before, after } = change;
    const where = revision === undefined ? 'in the book' : `by revision ${revision}`;
    if (now === null) return [note(`${id} was taken out meanwhile, ${where}.`)];
    // Where nobody knows any more what was seen, the present wording alone can be shown.
    const news = before === null ? [] : differences({ before, after: now.value });
    return [
      note(`${id} was changed meanwhile, ${where}.${news.length > 0 ? ' What is new in it:' : ''}`),
      ...news,
      note('What you would change in it as it is now:'),
      ...differences({ before: now.value, after }),
    ];
  });
