import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyOfLighthouse, emptyFolder, rewrite, run } from './lighthouse.ts';

/** What changed since a revision is git's to tell: without it there is only a sentence to say. */
const testWithGit = test.runIf(spawnSync('git', ['--version']).status === 0);

const git = (folder: string, ...words: string[]) =>
  execFileSync(
    'git',
    ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.org', '-c', 'commit.gpgsign=false', ...words],
    { cwd: folder, stdio: 'pipe', encoding: 'utf8' },
  ).trim();

const committed = (): string => {
  const folder = copyOfLighthouse();
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'knowledge');
  return folder;
};

testWithGit('what readers find changed: wording, standing, evidence, topics and phrasings', async () => {
  const folder = committed();
  const was = git(folder, 'rev-parse', '--short=7', 'HEAD');
  rewrite(folder, 'facts.yaml', 'laid the blame on nobody', 'blamed nobody');
  rewrite(
    folder,
    'facts.yaml',
    'standing: stated\n    asOf: 1907-03-04',
    'standing: unknown\n    asOf: 1907-03-04',
  );
  rewrite(
    folder,
    'facts.yaml',
    'rests: [log-dark, handbill-two-nights]',
    'rests: [log-dark]\n    against: [handbill-two-nights]',
  );
  rewrite(folder, 'facts.yaml', '      - did any ship sink', '      - did a ship go down');
  rewrite(folder, 'facts.yaml', 'title: Was the keeper asleep?', 'title: Did the keeper sleep?');
  rewrite(folder, 'facts.yaml', 'next: [handbill-wrong]', 'next: [keeper]');
  expect(await run(['diff', 'HEAD'], folder)).toEqual({
    isWell: true,
    lines: [
      'fact dark-nights is changed',
      '  - rests on    log-dark, handbill-two-nights',
      '  + rests on    log-dark',
      '  - against it  none',
      '  + against it  handbill-two-nights',
      'fact nobody-blamed is changed',
      '  - wording  The Lamp Office closed its inquiry on 20 March 1907 and laid the blame on nobody.',
      '  + wording  The Lamp Office closed its inquiry on 20 March 1907 and blamed nobody.',
      'fact bell-rung is changed',
      '  - standing  stated',
      '  + standing  unknown',
      'topic keeper is changed',
      '  - title  Was the keeper asleep?',
      '  + title  Did the keeper sleep?',
      'topic boats is changed',
      '  - next   handbill-wrong',
      '  + next   keeper',
      '  - asked  did any ship sink',
      '  + asked  did a ship go down',
      `Since ${was}: 3 facts changed, 2 topics changed`,
    ],
  });
});

testWithGit('facts and topics that are new, and some that are gone', async () => {
  const folder = committed();
  rewrite(folder, 'facts.yaml', '\n  payer-unknown:', '\n  payer-not-known:');
  rewrite(folder, 'facts.yaml', 'payer-unknown]', 'payer-not-known]');
  rewrite(folder, 'facts.yaml', 'title: Is there a new lamp', 'title: Was there a new lamp');
  const { lines } = await run(['diff', 'HEAD'], folder);
  const text =
    'The record does not say who was to pay for the new lamp; the minutes of 9 March 1907 are silent. (unknown)';
  expect(lines.slice(0, 4)).toEqual([
    'fact payer-not-known is new',
    `  +  ${text}`,
    'fact payer-unknown is gone',
    `  -  ${text}`,
  ]);
  expect(lines.at(-1)).toMatch(/^Since \w{7}: 1 fact new, 1 fact gone, 1 topic changed$/);
});

testWithGit('where nothing changed, that is said', async () => {
  const { lines } = await run(['diff', 'HEAD'], committed());
  expect(lines).toEqual([expect.stringMatching(/^Since \w{7}: nothing changed for readers$/)]);
});

testWithGit('a folder within the repository is compared with itself', async () => {
  const outer = emptyFolder();
  const folder = join(outer, 'knowledge');
  mkdirSync(folder);
  git(outer, 'init', '-q');
  git(outer, 'commit', '-q', '--allow-empty', '-m', 'before there was any');
  execFileSync('cp', ['-r', `${copyOfLighthouse()}/.`, folder]);
  git(outer, 'add', '.');
  git(outer, 'commit', '-q', '-m', 'knowledge');
  expect(await run(['diff', 'HEAD'], folder)).toMatchObject({ isWell: true });
  await expect(run(['diff', 'HEAD~1'], folder)).rejects.toThrow(
    `There was no story.yaml in ${folder} at HEAD~1.`,
  );
});

testWithGit('an earlier story that cannot be read any more is refused with its reason', async () => {
  const folder = committed();
  writeFileSync(join(folder, 'actors.yaml'), 'actors: 7\nend: true\n');
  git(folder, 'commit', '-q', '-a', '-m', 'broken');
  git(folder, 'checkout', '-q', 'HEAD~1', '--', 'actors.yaml');
  await expect(run(['diff', 'HEAD'], folder)).rejects.toThrow(
    'The story at HEAD cannot be read any more:\nactors.yaml, line 1 · actors: should be a group of keys',
  );
});

testWithGit('what git does not have is refused in a sentence', async () => {
  const folder = committed();
  await expect(run(['diff', 'yesterday-or-so'], folder)).rejects.toThrow(
    'git knows no revision called "yesterday-or-so".',
  );
  await expect(run(['diff', '--output=x'], folder)).rejects.toThrow(
    'git knows no revision called "--output=x".',
  );
  await expect(run(['diff'], folder)).rejects.toThrow('Since when? knowledge diff REVISION');
  const loose = copyOfLighthouse();
  await expect(run(['diff', 'HEAD'], loose)).rejects.toThrow(
    `${loose} is not under version control: there is no earlier story to compare with.`,
  );
});
