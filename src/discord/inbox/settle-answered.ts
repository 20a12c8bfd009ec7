import type { Questions } from '../../desk/surface.ts';
import type { Question } from '../../ledger/question.ts';
import type { Recorded } from '../../ledger/revision.ts';
import { Refusal } from '../../refusal.ts';
import type { Moderating } from '../moderating.ts';
import { leadsTo } from './leads.ts';

/** As many questions as are fetched together. */
const TOGETHER = 50;

/**
 * Takes claimed questions off the work list that are answered by what was just published. It comes after the publishing
 * and must not undo it: where the work list cannot be reached, they stay on it, and its panel shows that they are answered.
 */
export const settleAnswered = async (
  { desk, by, key }: Pick<Moderating, 'desk' | 'by' | 'key'>,
  { changes }: Pick<Recorded, 'changes'>,
): Promise<void> => {
  const { index } = desk.present();
  const changed = new Set(changes.map(({ entry, id }) => `${entry} ${id}`));
  const topics = [...index.story.topics.values()].filter(
    ({ id, facts }) => changed.has(`topic ${id}`) || facts.some((fact) => changed.has(`fact ${fact.id}`)),
  );
  if (topics.length === 0) return;
  try {
    for (const question of await claimed(desk.questions)) {
      const topic = leadsTo(index, question.text).find((one) => topics.includes(one))?.id;
      if (topic !== undefined)
        await desk.questions.settle({
          by,
          key: `${key}-${question.id}`,
          question: question.id,
          as: 'answered',
          topic,
        });
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

const claimed = async (questions: Questions, skip = 0): Promise<readonly Question[]> => {
  const some = await questions.list({ skip, most: TOGETHER });
  const mine = some.filter(({ state }) => state === 'claimed');
  return some.length < TOGETHER ? mine : [...mine, ...(await claimed(questions, skip + TOGETHER))];
};
