import type { Page } from '../local/terminal/paint.ts';
import { refuse } from '../refusal.ts';
import { type Change, changes } from './changes.ts';
import { storyAt } from './revision.ts';
import { storyIn } from './story-in.ts';
import { count, type Entry, table, type Verb } from './verb.ts';

/** What changed for readers since a revision of the files: facts, topics, and the ways in which they are asked. */
export const diff: Verb = {
  usage: 'diff REVISION',
  run: async ([revision], { knowledge, page }) => {
    if (revision === undefined) return refuse('Since when? knowledge diff REVISION');
    const now = await storyIn(knowledge);
    const { story: old, commit } = await storyAt(knowledge, revision);
    const found = changes(old, now);
    const lines = found.flatMap((change) => changeLines(change, page));
    return { lines: [...lines, `Since ${commit}: ${summary(found)}`], isWell: true };
  },
};

const changeLines = ({ what, id, is, details }: Change, page: Page): string[] => [
  page.ink.bold(`${what} ${id} is ${is}`),
  ...table(
    details.flatMap(({ of, old, now }): Entry[] => [
      ...(old === undefined ? [] : [[`- ${of}`.trimEnd(), old] as const]),
      ...(now === undefined ? [] : [[`+ ${of}`.trimEnd(), now] as const]),
    ]),
    page,
  ),
];

const summary = (found: readonly Change[]): string => {
  const parts = [...Map.groupBy(found, ({ what, is }) => `${what} ${is}`).values()].flatMap((some) =>
    some[0] === undefined ? [] : [`${count(some.length, some[0].what)} ${some[0].is}`],
  );
  return parts.join(', ') || 'nothing changed for readers';
};
