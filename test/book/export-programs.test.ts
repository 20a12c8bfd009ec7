import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exported, type Texts, writtenIn } from '../../src/book/export.ts';
import { type Change, entryIn, isSame } from '../../src/story/entry.ts';
import { storyFiles } from '../../src/story/schema.ts';
import { commented, commentsOf, type Dice, linesBeside, program, textsOf } from './programs.ts';

const filesIn = (folder: string): Texts =>
  textsOf((file) => readFileSync(new URL(`../../${folder}/${file}.yaml`, import.meta.url), 'utf8'));

/** One random program of edits on a story with comments everywhere. */
const play = (files: Texts, dice: Dice, oneIn: number, most: number) => {
  const old = textsOf((file) => commented(file, files[file], dice, oneIn));
  for (const file of storyFiles) expect(parse(old[file])).toEqual(parse(files[file]));
  const written = writtenIn(old);
  const changes = program(dice, written, most);
  const now = exported(old, changes);
  return { old, written, changes, now };
};

const keeps = ({ old, written, changes, now }: ReturnType<typeof play>): void => {
  const reread = writtenIn(now);
  for (const { entry, id, after } of changes) expect(isSame(entryIn(reread, entry, id), after)).toBe(true);
  expect(countOf(reread)).toBe(countOf(written) + grownBy(written, changes));
  for (const file of storyFiles) {
    expect(linesBeside(now[file], changes)).toEqual(linesBeside(old[file], changes));
    const gone = commentsOf(old[file]).filter((comment) => !commentsOf(now[file]).includes(comment));
    expect(gone.filter((comment) => !isInside(old[file], comment, changes))).toEqual([]);
  }
};

const countOf = ({ facts, sources, actors }: ReturnType<typeof writtenIn>): number =>
  [
    facts.facts,
    facts.topics,
    sources.sources,
    actors.actors,
    ...Object.values(sources.sources).map(({ statements }) => statements),
  ]
    .map((shelf) => Object.keys(shelf).length)
    .reduce((sum, one) => sum + one, 0);

const grownBy = ({ sources }: ReturnType<typeof writtenIn>, changes: readonly Change[]): number =>
  changes.reduce((sum, { entry, id, before, after }) => {
    const own = Number(after !== null) - Number(before !== null);
    const with_ =
      entry === 'source' && after === null ? Object.keys(sources.sources[id]?.statements ?? {}).length : 0;
    return sum + own - with_;
  }, 0);

/** Whether a comment stands in an entry that loses something: a key, a phrasing, or itself; the comment on it goes too. */
const isInside = (text: string, comment: string, changes: readonly Change[]): boolean => {
  const losing = changes.filter(({ before, after }) =>
    Object.entries(before ?? {}).some(([key, value]) => {
      const left: unknown = after === null ? undefined : Reflect.get(after, key);
      return left === undefined || (Array.isArray(value) && !isSame(value, left));
    }),
  );
  return !linesBeside(text, losing).some((line) => line.endsWith(comment));
};

const real = filesIn('knowledge');
const small = filesIn('test/stories/lighthouse/knowledge');

test('whatever is changed in a small story, nothing else is, and comments stay', () => {
  fc.assert(
    fc.property(fc.gen(), (dice) => keeps(play(small, dice, 4, 6))),
    { seed: 19_070_305, numRuns: 80, endOnFailure: true },
  );
});

test('whatever is changed in the shipped story, nothing else is, and comments stay', () => {
  fc.assert(
    fc.property(fc.gen(), (dice) => keeps(play(real, dice, 15, 8))),
    { seed: 20_180_605, numRuns: 8, endOnFailure: true },
  );
}, 60_000);
