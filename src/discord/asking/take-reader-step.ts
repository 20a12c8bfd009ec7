import { refuse } from '../../refusal.ts';
import { attempt, type Performed } from '../attempt.ts';
import type { House } from '../house.ts';
import type { Who } from '../moderating.ts';
import { stepPress } from '../press.ts';
import type { Origin } from '../render/render.ts';
import type { Reply } from '../reply.ts';
import type { Leaving, ReaderStep } from './reader-step.ts';

export type ReaderTask = Pick<Leaving, 'values' | 'filled' | 'channel'> &
  Pick<Who, 'asker'> & {
    /** Discord's id of what is answered. */
    readonly of: string;
    readonly name: string;
  };

/** Takes a step that anybody may take, for the asker's eyes alone. */
export const takeReaderStep = (house: House, step: ReaderStep, task: ReaderTask): Promise<Performed> => {
  const { of, name, values, filled, channel, asker } = task;
  const typed = [...filled.values()].flat();
  return attempt(house, { of, command: name, typed }, async () => {
    const { editing, recent } = house;
    if (editing === undefined || asker === undefined) return refuse('The moderators take nothing here.');
    const { questions, marks, entry } = editing.desk;
    const reply = await step({
      index: house.index(),
      values,
      filled,
      channel,
      person: asker.id,
      key: of,
      recent,
      ask: questions.ask,
      marks,
      entry,
    });
    return { reply, origin: originOf(reply, stepPress(name, ...values)), page: 0, isPrivate: true };
  });
};

/** An answer is asked for again by its topic, whatever led to it. */
const originOf = (reply: Reply, origin: Origin): Origin => {
  const again = (...topics: readonly string[]): Origin => ({
    manner: 'say',
    owner: '',
    command: 'ask',
    values: [topics.join('+')],
  });
  if (reply.kind === 'answer') return again(reply.topic.id);
  return reply.kind === 'several' ? again(...reply.answers.map(({ topic }) => topic.id)) : origin;
};
