import type { Observed } from '../../src/local/chat.ts';
import type { Step } from '../../src/local/script.ts';
import { act } from './act.ts';
import { before, breaches, hasHeard, telling } from './always.ts';
import type { Furnished } from './houses.ts';
import { misses } from './meets.ts';
import type { Scripted } from './read.ts';
import { openStage, type Stage, seenBy } from './stage.ts';
import { transcript } from './transcript.ts';

/** A step as it went: what was wrong with it, and how to tell it, in short and in full. */
type Went = { readonly wrong: readonly string[]; readonly short: string; readonly full: string };

/** Plays a script in a world of its own, to its end, and throws what went otherwise than written, with a transcript. */
export const play = async (
  script: Scripted,
  house: Furnished,
  observe: (seen: Observed) => void = () => {},
  place?: Parameters<typeof openStage>[2],
): Promise<void> => {
  const stage = await openStage(house, script, place);
  try {
    const steps: Went[] = [];
    for (const step of script.steps) steps.push(await playStep(stage, step, observe));
    if (steps.some(({ wrong }) => wrong.length > 0)) throw new Error(report(script, steps, stage.log));
  } finally {
    await stage.local.close();
  }
};

const playStep = async (stage: Stage, step: Step, observe: (seen: Observed) => void): Promise<Went> => {
  const was = before(stage);
  const came = await act(stage, step);
  if (step.twice) await secondRefused(stage, was.refused);
  // Those who follow are told when the answer is given: nobody who asks waits for them.
  for (
    let i = 0;
    i < 200 && !(hasHeard(stage, was, step, came) && telling(stage, was, step).length === 0);
    i += 1
  )
    await pause();
  if (came.observed !== undefined) observe(came.observed);
  const to = came.message && seenBy(stage, came.message, step.by ?? '');
  return {
    wrong: [
      ...misses(step.expect ?? {}, came, to),
      ...breaches(stage, stage.local.index().story, was, step, came),
    ],
    short: transcript(stage, step, came, 'short'),
    full: transcript(stage, step, came, 'full'),
  };
};

/** What is delivered twice is answered twice; Discord refuses the second answer, and until then it is underway. */
const secondRefused = async ({ local }: Stage, was: number): Promise<void> => {
  for (let i = 0; i < 200 && local.discord.refused.length === was; i += 1) await pause();
};

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

/** First every step that went wrong, by its line; then the conversation, those steps in full. */
const report = ({ file, title, lines }: Scripted, steps: readonly Went[], log: readonly string[]): string =>
  [
    `${file}: ${title}`,
    ...steps.flatMap(({ wrong }, i) => wrong.map((one) => `  ✗ line ${lines[i]}, step ${i + 1}: ${one}`)),
    'The conversation:',
    ...steps.map(({ wrong, short, full }) => (wrong.length > 0 ? full : short)),
    ...(log.length > 0 ? ['What the bot logged:', ...log] : []),
  ].join('\n');
