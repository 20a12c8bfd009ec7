import type { Tally } from '../../desk/surface.ts';
import type { Reply } from '../reply.ts';

/**
 * Counts what became of a question, by its topic: `answered` in somebody's own words, `chosen` where they pressed or
 * picked the topic itself, `missed` where the record had no answer. Numbers alone, of no one.
 */
export const count = (tally: Tally, reply: Reply, typed: readonly string[]): void => {
  switch (reply.kind) {
    case 'answer':
    case 'several': {
      const topics = reply.kind === 'answer' ? [reply.topic] : reply.answers.map(({ topic }) => topic);
      const names = typed.flatMap((one) => [one, ...one.split('+')]);
      for (const { id, title } of topics)
        tally.count(names.includes(id) || names.includes(title) ? 'chosen' : 'answered', id);
      break;
    }
    case 'miss':
      tally.count('missed');
      break;
    default:
      break;
  }
};
