import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exposed } from '../src/secrets.ts';

const fileOf = async (mode: number): Promise<string> => {
  const file = join(await mkdtemp(join(tmpdir(), 'secrets-')), '.env');
  await writeFile(file, 'DISCORD_TOKEN=x\n');
  await chmod(file, mode);
  return file;
};

test('a file that its owner alone can read is no leak, nor is one that is not there', async () => {
  expect(await exposed(await fileOf(0o600))).toEqual([]);
  expect(await exposed('/there/is/no/such/file')).toEqual([]);
});

test('a file that everybody can read is said, with the remedy', async () => {
  const file = await fileOf(0o644);
  expect(await exposed(file)).toEqual([expect.stringContaining(`chmod 600 ${file}`)]);
});

const hasGit = spawnSync('git', ['--version']).status === 0;

test.runIf(hasGit)('a file under version control is said', async () => {
  const file = await fileOf(0o600);
  const folder = join(file, '..');
  execFileSync('git', ['init', '-q'], { cwd: folder });
  execFileSync('git', ['add', '-f', '.env'], { cwd: folder });
  expect(await exposed(file)).toEqual([expect.stringContaining('under version control')]);
});
