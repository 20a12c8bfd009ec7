import { attempt, type Performed } from './attempt.ts';
import type { House } from './house.ts';
import { moderating, type Who } from './moderating.ts';
import { stepPress } from './press.ts';
import type { Step, Stepping } from './step.ts';

/** A step as it was asked for: by which control, with what chosen or filled in, and by whom. */
export type StepTask = Pick<Stepping, 'values' | 'page' | 'chosen' | 'filled'> &
  Who & {
    /** Discord's id of what is answered. */
    readonly of: string;
    readonly name: string;
  };

/** Takes a step of a moderator's work: whoever takes it is judged anew each time, and alone sees what it says. */
export const takeStep = (house: House, step: Step, task: StepTask): Promise<Performed> => {
  const { of, name, values, page, chosen, filled } = task;
  const typed = [...chosen, ...[...filled.values()].flat()];
  return attempt(house, { of, command: name, typed }, async () => {
    const moderator = await moderating(house.editing, task, of);
    const index = house.index();
    const reply = await step({ ...moderator, index, story: index.story, values, page, chosen, filled });
    return { reply, origin: stepPress(name, ...values), page, isPrivate: true };
  });
};
