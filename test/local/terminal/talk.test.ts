import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Local, openHouse, openLocal } from '../../../src/bot.ts';
import type { House } from '../../../src/discord/house.ts';
import { readScript } from '../../../src/local/script.ts';
import { talk } from '../../../src/local/terminal/talk.ts';

let house: House;
let local: Local;

beforeAll(async () => {
  house = await openHouse({
    knowledge: 'knowledge',
    commands: 'commands',
    version: '0.0.0',
    observe: () => {},
    report: () => 'bug-1',
  });
}, 30_000);
beforeEach(async () => {
  local = await openLocal(house, { mentions: true, log: () => {} });
});
afterEach(() => local.close());

const piped = async (typed: string, how: { readonly json?: boolean; readonly record?: string } = {}) => {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(typed);
  await talk(local, { input, output, ...how });
  return String(output.read() ?? '');
};

const told = async (typed: string) =>
  (await piped(typed, { json: true }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('through a pipe', () => {
  test('each line is answered in turn, in letters alone, with its receipts', async () => {
    const text = await piped('/partners\n\nwho confirmed it\n');
    const [first, second] = ['Which Chinese companies', 'Who confirmed'].map((words) => text.indexOf(words));
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(0);
    expect(text).toBe(stripVTControlCharacters(text));
    expect(text).toMatch(/^\[1\] .*www\.\S+ \(https:\/\/\S+\)/m);
    expect(text).not.toMatch(/›|\bms\b/);
  });

  test('a number presses that button of the newest message that has any', async () => {
    const text = await piped('/partners\n4\n99\n');
    expect(text).toMatch(/^ {2}4 Show the sources in full$/m);
    expect(text).toContain('Sources: Which Chinese companies');
    expect(text).toContain('only you can see this');
    expect(text).toMatch(/The newest message with buttons has (only button 1|buttons 1 to \d)\./);
  });

  test('an answer that changes in its place says so', async () => {
    expect(await piped('/timeline\n1\n')).toContain('(changed)');
  });

  test('what is wrong gets a line that helps, and the talk goes on', async () => {
    const text = await piped(
      [
        '3',
        '/parnters',
        '/xyzzy',
        '/who',
        '/who colour:red',
        `/ask ${'a'.repeat(6000)}`,
        'as king',
        '/help',
      ].join('\n'),
    );
    expect(text.split('\n\n').slice(0, 7)).toEqual([
      'No message with buttons has come yet.',
      'There is no command /parnters. Did you mean /partners?',
      'There is no command /xyzzy. Type /help to see those there are.',
      '/who needs the option name: type /who name:…',
      '/who has no option colour. It has: name:… hide:…',
      '/ask question: is longer than 400 characters.',
      'Nobody here is called king: be the member, the moderator or the second moderator.',
    ]);
    expect(text).toContain('What you can ask');
  });

  test('quit ends it, and nothing after it is read', async () => {
    expect(await piped('quit\n/partners\n')).toBe('');
  });

  test('a reader that goes away ends it quietly', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const over = talk(local, { input, output });
    input.write('/partners\n');
    output.once('data', () => output.destroy(Object.assign(new Error('broken pipe'), { code: 'EPIPE' })));
    await expect(over).resolves.toBeUndefined();
  });
});

describe('as JSON', () => {
  test('an answer tells its topic, its facts and what they rest on', async () => {
    const [answer] = await told('/partners');
    expect(Object.keys(answer)).toEqual(['kind', 'topic', 'facts', 'citations', 'text', 'ms']);
    expect(answer).toMatchObject({ kind: 'answer', topic: 'partners' });
    expect(answer.citations[0]).toMatchObject({
      mark: 1,
      statement: expect.any(String),
      source: expect.any(String),
    });
    expect(answer.text).not.toMatch(/\*\*|\]\(</);
  });

  test('every line is told of: a miss with its offers, a message, a slip, and no reply', async () => {
    const [miss, direct, mention, error, refusal] = await told(
      'quidditch\ndm who confirmed it\n@ who confirmed it\n/nope\n/who name:quidditch\n',
    );
    expect(miss).toMatchObject({ kind: 'miss', facts: [], citations: [], offers: expect.any(Array) });
    expect(direct).toMatchObject({ kind: 'answer', topic: 'who-confirmed' });
    expect(mention).toMatchObject({ kind: 'answer', topic: 'who-confirmed' });
    expect(error).toEqual({
      kind: 'error',
      facts: [],
      citations: [],
      text: expect.stringContaining('/nope'),
    });
    expect(refusal).toMatchObject({ kind: 'refusal', facts: [] });
  });
});

describe('recorded', () => {
  test('what was typed and what came of it is a script that can be played', async () => {
    const record = join(await mkdtemp(join(tmpdir(), 'talk-')), 'chat.yaml');
    await piped('why did they share data\nas moderator\n/partners hide:true\n4\n@ partners\n/nope\n', {
      record,
    });
    const text = await readFile(record, 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=/);
    const read = readScript(parse(text));
    expect(read).toMatchObject({
      script: {
        cast: { member: {}, moderator: { is: 'moderator' } },
        steps: [
          { by: 'member', say: '/ask why did they share data' },
          { by: 'moderator', say: '/partners hide:true', expect: { to: 'moderator', topic: 'partners' } },
          { by: 'moderator', press: 'Show the sources in full', expect: { to: 'moderator', kind: 'page' } },
          { by: 'moderator', say: 'partners', to: 'mention' },
          { by: 'moderator', say: '/nope', expect: { stopped: expect.stringContaining('/nope') } },
        ],
      },
    });
  });

  test('a file that is there already is refused before anything is said, and kept', async () => {
    const record = join(await mkdtemp(join(tmpdir(), 'talk-')), 'chat.yaml');
    await writeFile(record, 'mine');
    await expect(piped('/partners\n', { record })).rejects.toThrow(/is there already/);
    expect(await readFile(record, 'utf8')).toBe('mine');
  });

  test('nothing said leaves no file', async () => {
    const record = join(await mkdtemp(join(tmpdir(), 'talk-')), 'chat.yaml');
    await piped('help\n', { record });
    await expect(readFile(record)).rejects.toThrow('ENOENT');
  });
});

test('at a terminal somebody is welcomed, completes with Tab what the bot suggests, and leaves with Ctrl-D', async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  let screen = '';
  output.on('data', (data) => {
    screen += stripVTControlCharacters(String(data));
  });
  const type = async (keys: string, until: RegExp) => {
    input.write(keys);
    for (let i = 0; i < 100 && !until.test(screen); i += 1) await pause(20);
    expect(screen).toMatch(until);
  };
  const over = talk(local, { input, output });
  await type('', /quit leaves it\.\s+member › /);
  await type('/partners lenov\t', /\/partners Lenovo/);
  await type(' hide:true\r', /\(only you can see this, \d+ ms\)/);
  await type('as moderator\r', /moderator › $/);
  input.write('\u0004');
  await expect(over).resolves.toBeUndefined();
  const widest = Math.max(
    ...screen
      .split(/\r?\n/)
      .filter((line) => !/https:|›/.test(line))
      .map((line) => line.length),
  );
  expect(widest).toBeLessThanOrEqual(60);
});
