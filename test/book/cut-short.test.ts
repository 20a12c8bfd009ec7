import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parse } from '../../src/book/parse.ts';
import { read } from '../../src/story/read.ts';
import { type StoryFile, storyFiles } from '../../src/story/schema.ts';
import { filesOf } from '../story/story-of.ts';

type Texts = Readonly<Record<StoryFile, string>>;

const textsOf = (one: (file: StoryFile) => string): Texts => ({
  story: one('story'),
  sources: one('sources'),
  facts: one('facts'),
  actors: one('actors'),
  languages: one('languages'),
  phrasings: one('phrasings'),
});

/** Whether the story would load if one of its files were only this. */
const loader = (texts: Texts) => {
  const values = storyFiles.map((file) => [file, parse(`${file}.yaml`, texts[file]).value] as const);
  const others = Object.fromEntries(values) as Record<StoryFile, unknown>;
  return (file: StoryFile, text: string): boolean => {
    const { value, problems } = parse(`${file}.yaml`, text);
    return problems.length === 0 && 'story' in read({ ...others, [file]: value });
  };
};

/** Every length at which a file lacks more than the line break at its end. */
const cutsOf = (text: string): number[] => Array.from({ length: text.trimEnd().length }, (_, at) => at);

const small = textsOf((file) => stringify(filesOf()[file]));
const endFirst = textsOf((file) => `end: true\n${small[file].replace('end: true\n', '')}`);

test('the small story loads, and so it does without its last line break', () => {
  for (const file of storyFiles) {
    expect(loader(small)(file, small[file])).toBe(true);
    expect(loader(small)(file, small[file].trimEnd())).toBe(true);
  }
});

test.each(storyFiles)('wherever %s.yaml is cut short, it is no story', (file) => {
  const loads = loader(small);
  expect(cutsOf(small[file]).filter((at) => loads(file, small[file].slice(0, at)))).toEqual([]);
});

test('if the end stood first, some cuts would go unseen', () => {
  const loads = loader(endFirst);
  expect(cutsOf(endFirst.story).some((at) => loads('story', endFirst.story.slice(0, at)))).toBe(true);
});

const real = textsOf((file) =>
  readFileSync(new URL(`../../knowledge/${file}.yaml`, import.meta.url), 'utf8'),
);

/** Half of the cuts are where a line ends: there a file that was cut looks most like a whole one. */
const cutOf = (text: string) => {
  const most = text.trimEnd().length - 1;
  return fc.oneof(
    fc.nat({ max: most }),
    fc.nat({ max: most }).map((at) => Math.max(0, text.lastIndexOf('\n', at))),
  );
};

test.each(storyFiles)('wherever the shipped %s.yaml is cut short, it is no story', (file) => {
  const loads = loader(real);
  expect(loads(file, real[file])).toBe(true);
  fc.assert(
    fc.property(cutOf(real[file]), (at) => !loads(file, real[file].slice(0, at))),
    { seed: 20_180_605, numRuns: real[file].length > 20_000 ? 20 : 30 },
  );
});
