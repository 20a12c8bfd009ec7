import type { House } from '../../src/discord/house.ts';
import type { Observed } from '../../src/local/chat.ts';
import { act } from './act.ts';
import { before, breaches } from './always.ts';
import { misses } from './meets.ts';
import type { Scripted } from './read.ts';
import { openStage, type Stage, seenBy } from './stage.ts';
import { transcript } from './transcript.ts';

/** Plays a script in a world of its own, and throws a transcript at the first step that goes otherwise than written. */
export const play = async (
  script: Scripted,
  house: Omit<House, 'observe' | 'report'>,
  observe: (seen: Observed) => void = () => {},
): Promise<void> => {
  const stage = await openStage(house, script);
  try {
    await playSteps(stage, script, house, observe);
  } finally {
    await stage.local.close();
  }
};

const playSteps = async (
  stage: Stage,
  script: Scripted,
  house: Omit<House, 'observe' | 'report'>,
  observe: (seen: Observed) => void,
): Promise<void> => {
  const told: string[] = [];
  for (const [i, step] of script.steps.entries()) {
    const was = before(stage);
    const came = await act(stage, step);
    if (came.observed !== undefined) observe(came.observed);
    told.push(transcript(stage, step, came));
    const to = came.message && seenBy(stage, came.message, step.by ?? '');
    const wrong = [
      ...misses(step.expect ?? {}, came, to),
      ...breaches(stage, house.index().story, was, step, came),
    ];
    if (wrong.length > 0)
      throw new Error(
        [
          `${script.file}, line ${script.lines[i]}, step ${i + 1} of ${script.steps.length}:`,
          ...wrong.map((one) => `  ✗ ${one}`),
          'The conversation so far:',
          ...told,
          ...(stage.log.length > 0 ? ['The bot’s log:', ...stage.log] : []),
        ].join('\n'),
      );
  }
};
