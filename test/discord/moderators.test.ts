import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStory, type Sound } from '../../src/bot.ts';
import { act } from '../conversation/act.ts';
import { houses } from '../conversation/houses.ts';
import { read } from '../conversation/meets.ts';
import { scripted } from '../conversation/read.ts';
import { openStage, type Stage } from '../conversation/stage.ts';

const houseOf = houses();

const correction = scripted(
  'test.yaml',
  `title: A correction
story: lighthouse
reviewers: 0
cast:
  ana: { is: moderator }
steps:
  - by: ana
    say: /fact edit fact:nobody-blamed
  - by: ana
    fill: { text: The Lamp Office closed its inquiry on 20 March 1907 and blamed nobody., why: Plainer }
  - by: ana
    press: Publish
`,
);

/** A correction that was published, and what the moderators' channel is told from then on. */
const corrected = async (): Promise<{ readonly stage: Stage; readonly told: () => string[] }> => {
  const stage = await openStage(await houseOf('lighthouse'), correction);
  onTestFinished(() => stage.local.close());
  for (const step of correction.steps) await act(stage, step);
  const all = () => (stage.cast.get('ana')?.sees('moderators') ?? []).map(read);
  const before = all().length;
  return { stage, told: () => all().slice(before) };
};

/** The lighthouse's book with some of its words changed. */
const bookWith = async (from: string, to: string): Promise<Sound> => {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('test/stories/lighthouse/knowledge', folder, { recursive: true });
  const file = join(folder, 'facts.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  const opened = await openStory(folder);
  return 'faults' in opened ? expect.fail(opened.faults.join('\n')) : opened;
};

test('a book that cannot be used is told with file, line and problem, so much as fits', async () => {
  const { stage, told } = await corrected();
  const faults = Array.from({ length: 30 }, (_, i) => `facts.yaml, line ${i} · ${'@everyone '.repeat(60)}`);
  await stage.local.alarm(faults);
  expect(told()).toEqual([
    expect.stringMatching(/^The files .* cannot be used .* facts\.yaml, line 0 · .*… and 22 more$/),
  ]);
  await stage.local.alarm(faults);
  expect(told()).toHaveLength(1);
});

test('a book that contradicts a correction is told once, with the revision', async () => {
  const { stage, told } = await corrected();
  await stage.local.take(await bookWith('laid the blame on nobody', 'named nobody'));
  await stage.local.round();
  await stage.local.round();
  expect(told()).toEqual([
    expect.stringMatching(
      /contradict what moderators changed .* revision 1 of fact nobody-blamed \(Plainer\)/,
    ),
  ]);
  const { story } = stage.local.index();
  expect(story.facts.get('nobody-blamed')?.text).toContain('named nobody');
});

test('a book that was changed elsewhere is no matter for the moderators', async () => {
  const { stage, told } = await corrected();
  await stage.local.take(await bookWith('# ', '# and '));
  await stage.local.round();
  expect(told()).toEqual([]);
});
