import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pageFor } from '../../src/knowledge/knowledge.ts';
import { lighthouse } from './lighthouse.ts';

const terminal = (columns?: number) =>
  Object.assign(new Writable(), { isTTY: true, ...(columns === undefined ? {} : { columns }) });

test.each([
  [80, 80],
  [300, 110],
  [20, 60],
  [0, 110],
  [undefined, 110],
])('a terminal that says it is %s wide gets lines of %s', (columns, width) => {
  expect(pageFor(terminal(columns)).width).toBe(width);
});

test('a pipe gets whole lines in letters alone', () => {
  const { ink, width } = pageFor(new Writable());
  expect([ink.bold('a'), ink.dim('b'), width]).toEqual(['a', 'b', undefined]);
});

test('who closes the pipe early, as head does, is told of no fault', async () => {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: lighthouse, DOTENV_CONFIG_PATH: '/nowhere/.env' };
  const child = spawn(process.execPath, [main, 'knowledge', 'sources'], { env, stdio: 'pipe' });
  child.stdout.destroy();
  const told: string[] = [];
  child.stderr.on('data', (data) => told.push(String(data)));
  await once(child, 'close');
  expect(told.join('')).toBe('');
});
