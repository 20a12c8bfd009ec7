import { structuredPatch } from 'diff';
import { storyFiles } from '../story/schema.ts';
import type { Texts } from './export.ts';

/** What changes in which file, line by line, as version control would show it. */
export const differenceLines = (old: Texts, now: Texts): string[] =>
  storyFiles.flatMap((name) => {
    if (old[name] === now[name]) return [];
    const { hunks } = structuredPatch('', '', old[name], now[name], '', '', { context: 1 });
    return [
      `${name}.yaml`,
      ...hunks.flatMap(({ oldStart, newStart, lines }) => [
        `@@ line ${oldStart}, now ${newStart} @@`,
        ...lines,
      ]),
    ];
  });
