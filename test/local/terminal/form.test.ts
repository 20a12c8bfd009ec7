import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Furnished, type Local, openHouse, openLocal } from '../../../src/bot.ts';
import { talk } from '../../../src/local/terminal/talk.ts';

let house: Furnished;
let local: Local;

beforeAll(async () => {
  house = await openHouse({
    knowledge: 'test/stories/lighthouse/knowledge',
    commands: 'test/stories/lighthouse/commands',
    version: '0.0.0',
    observe: () => {},
    report: () => 'bug-1',
  });
}, 30_000);
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  const keeping = { folder, reviewers: 1, now: () => new Date() } as const;
  local = await openLocal(house, { mentions: true, log: () => {} }, {}, keeping);
});
afterEach(() => local.close());

const piped = async (typed: string) => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed);
  await talk(local, { input, output });
  return String(output.read() ?? '');
};

const lamp = [
  'as moderator',
  '/fact edit fact:nobody-blamed',
  'The Lamp Office closed its inquiry on 20 March 1907 and blamed nobody.',
  '9',
  '',
  '',
  '-',
  '',
  'Plainer words',
];

const lines = (...typed: readonly string[]) => typed.join('\n');

test('an unanswered question goes its whole way, and whoever asked reads the answer that is written to them', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const talking = talk(local, { input, output });
  const inVain = lines('did anybody drown?', '4', '', '2', 'as moderator', '/inbox', '3', '2', '11', '1');
  input.write(`${lines(inVain, 'as second moderator', '1')}\n`);
  await expect.poll(() => local.member.sees('dm').length, { timeout: 5000 }).toBe(1);
  input.end(lines('as member', '3'));
  await talking;
  const text = String(output.read() ?? '');
  expect(text).toContain('The moderators have your question');
  expect(text).toContain('Published');
  expect(text).toMatch(
    /A direct message to member:\s+You asked the moderators did anybody drown\?\. It is answered/,
  );
  expect(text).toMatch(/A direct message:.*Helpful.*Thank you/s);
});

describe('a form', () => {
  test('is filled in field by field: what stands there is kept on Enter, and what does not fit is asked for again', async () => {
    const text = await piped(
      [...lamp, '1', 'as second moderator', '1', 'as member', 'who was blamed'].join('\n'),
    );
    expect(text).toContain('A form opened: The fact as readers will see it');
    expect(text).toMatch(/1 of 5 {2}The fact, in one or two sentences\n {2}now: The Lamp Office closed/);
    expect(text).toContain('Type a number from 1 to 5.');
    expect(text).toContain('This cannot be left empty.');
    expect(text).toContain('Sent for review');
    expect(text).toMatch(/In #moderators:\n\nTo be reviewed: fact nobody-blamed/);
    expect(text).toContain('by moderator, approved by second-moderator.');
    expect(text).toContain('and blamed nobody. [3]');
  });

  test('that is cancelled sends nothing, and a list is chosen from by number', async () => {
    const text = await piped(
      ['as moderator', '/fact edit fact:keeper-awake', 'cancel', '/fact review', ...lamp.slice(1)]
        .concat(['3', 'keeper', '', '99', '6 7'])
        .join('\n'),
    );
    expect(text).toContain('The form is closed. Nothing was sent.');
    expect(text).toContain('Nothing waits for review');
    expect(text).toMatch(/The statements that it rests on \(numbers, such as "4 6", or none\):/);
    expect(text).toMatch(/The newest message with buttons has numbers 1 to \d+\./);
    expect(text).toContain('Rests on, new · ');
  });
});
