import { openBook } from '../book/open.ts';
import { refuse } from '../refusal.ts';
import type { Story } from '../story/model.ts';
import { problemLine } from '../story/problem.ts';

/** The story in a folder as its curators left it, house rules or no. Refuses one that cannot be read. */
export const storyIn = async (folder: string): Promise<Story> => {
  const book = await openBook(folder);
  return 'story' in book ? book.story : refuse(book.problems.map(problemLine).join('\n'));
};
