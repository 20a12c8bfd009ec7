import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type Asked, askOnce } from '../../src/knowledge/ask-once.ts';
import { pageFor } from '../../src/knowledge/knowledge.ts';
import { lighthouse } from './lighthouse.ts';

const page = { ink: pageFor(process.stdout).ink };

const askedOf = (asked: Asked) => askOnce(asked, lighthouse, page);

test('the answer as a member reads it, with its sources', async () => {
  const { lines, isAnswered } = await askedOf({ question: 'was the keeper asleep' });
  expect(isAnswered).toBe(true);
  expect(lines[0]).toBe('Was the keeper asleep?');
  expect(lines.join('\n')).toMatch(/\n\[1\] /);
});

test('what is not answered is said, with the nearest topics', async () => {
  const { lines, isAnswered } = await askedOf({ question: 'who won the world cup' });
  expect(isAnswered).toBe(false);
  expect(lines[0]).toBe('The record does not answer that');
  expect(lines.filter((line) => /^\d\) /.test(line)).length).toBeGreaterThan(0);
});

test('with the reasons, where they are wanted', async () => {
  const question = 'was the keepr asleep';
  const { lines } = await askedOf({ question, explain: true });
  expect(lines).toEqual(
    expect.arrayContaining(['How it was read', 'What was decided', '  "keepr" was read as "keeper".']),
  );
  expect((await askedOf({ question })).lines).not.toContain('How it was read');
});

test('after an earlier question it goes on from that', async () => {
  const question = 'tell me more';
  expect((await askedOf({ question })).isAnswered).toBe(false);
  const { lines } = await askedOf({ question, after: 'was the keeper asleep' });
  expect(lines[0]).toBe('Was the keeper asleep?');
});

test('as JSON: what was meant, how likely it was, and the text', async () => {
  const { lines } = await askedOf({ question: 'was the keeper asleep', json: true, explain: true });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    kind: 'answer',
    topic: 'keeper',
    facts: expect.arrayContaining([expect.any(String)]),
    citations: expect.arrayContaining([expect.objectContaining({ mark: 1 })]),
    probability: expect.any(Number),
    text: expect.stringContaining('Was the keeper asleep?'),
    reasons: expect.arrayContaining([expect.objectContaining({ about: 'What was decided' })]),
  });
});

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

const program = (...args: string[]) =>
  spawnSync(process.execPath, [main, 'ask', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, KNOWLEDGE_DIR: lighthouse, DOTENV_CONFIG_PATH: '/nowhere/.env' },
  });

test.each([
  [0, 'an answer', ['was the keeper asleep', '--explain'], /^Was the keeper asleep\?\n/, /^$/],
  [3, 'none', ['who won the world cup'], /^The record does not answer that\n/, /^$/],
  [1, 'no question', ['  '], /^$/, /^What would you like to know\? npm run ask -- "question"/],
] as const)('the program ends with %i for %s', (code, _, args, out, err) => {
  const { status, stdout, stderr } = program(...args);
  expect([status, stdout, stderr]).toEqual([code, expect.stringMatching(out), expect.stringMatching(err)]);
});
