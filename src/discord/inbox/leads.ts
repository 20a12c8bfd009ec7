import { find } from '../../story/find.ts';
import type { Topic } from '../../story/model.ts';
import type { Index } from '../../story/search/index.ts';

/** The topics that answer a question, asked in these words and with nothing before it. */
export const leadsTo = (index: Index, text: string): readonly Topic[] =>
  find(index, text).found.map(({ topic }) => topic);

export const isLedTo = (index: Index, text: string, topic: string): boolean =>
  leadsTo(index, text).some(({ id }) => id === topic);

/** Topics for a question that none answers, the nearest first. */
export const nearestTo = (index: Index, text: string): readonly Topic[] => {
  const near = find(index, text).nearest;
  return [...new Set([...near, ...index.story.topics.values()])];
};
