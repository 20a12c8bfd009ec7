import { inspect } from 'node:util';
import { DiscordAPIError, HTTPError } from 'discord.js';
import { expect, test } from 'vitest';
import { bugLog, bugReport } from '../src/bug.ts';

const botToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GcAnAr.yTokenOfTheBotThatNobodyMaySee1234567';
const interactionToken = 'aW50ZXJhY3Rpb246MTIzOkNhbmFyeVRva2Vu';
const question = 'Did Ünverzagt secretly pay the Canaries 300 crowns?\n    at the Zwickel door';
const canaries = ['Ünverzagt', 'secretly', 'Canaries', 'crowns', 'Zwickel', botToken, interactionToken];

const refused = new DiscordAPIError(
  {
    code: 50035,
    message: 'Invalid Form Body',
    errors: { content: { _errors: [{ code: 'X', message: question }] } },
  },
  50035,
  400,
  'POST',
  `https://discord.com/api/v10/interactions/1234/${interactionToken}/callback`,
  { body: { content: question }, files: undefined },
);
const unanswered = new HTTPError(
  502,
  'Bad Gateway',
  'PATCH',
  `https://discord.com/api/v10/webhooks/1234/${interactionToken}/messages/@original`,
  { body: { content: question }, files: undefined },
);

const withCause = new Error('It broke', { cause: new Error(`${botToken} ${question}`) });
const thrown: readonly [string, unknown][] = [
  ['by Discord’s refusal', refused],
  ['by Discord’s silence', unanswered],
  [
    'in an address',
    new Error(`POST https://discord.com/api/v10/interactions/1234/${interactionToken}/callback`),
  ],
  ['in another address', new Error(`connect /webhooks/1234/${interactionToken}/messages/@original failed`)],
  ['as the bot’s token', new Error(`Bot ${botToken} is not known`)],
  ['as they were typed', new Error(`Cannot answer "${question}"`)],
  ['in small letters', new TypeError(`no topic for ${question.toLowerCase()}`)],
  ['in capitals', new TypeError(`no topic for ${question.toUpperCase()}`)],
  ['one by one', new RangeError('canaries: secretly; custom_id=say:0::ask:crowns')],
  ['within a word', new RangeError('unsecretly')],
  [
    'over several lines, made to look like a stack',
    new Error(`a\n    at secretly (Zwickel:1:1)\n${question}`),
  ],
  ['as a cause', withCause],
  [
    'with fields of its own',
    Object.assign(new Error('It broke'), { question, token: botToken, url: refused.url }),
  ],
  ['as no error at all', { question, token: botToken }],
  ['as a bare text', question],
  ['as several errors', new AggregateError([new Error(question)], 'It broke twice')],
];

test.each(thrown)('neither a token nor a member’s words are kept when they come %s', (_, error) => {
  const report = bugReport(error, [question]).toLowerCase();
  for (const canary of canaries) expect(report).not.toContain(canary.toLowerCase());
});

test('a log that shows errors whole would keep some of them each time', () => {
  const kept = thrown.filter(([, error]) => {
    const shown = inspect(error, { depth: 9 }).toLowerCase();
    return canaries.some((canary) => shown.includes(canary.toLowerCase()));
  });
  expect(kept).toHaveLength(thrown.length);
});

test.each([
  ['华为, 谁?', 'no topic for 华为 or 谁', 'no topic for … or …'],
  ['क्या फेसबुक ने', 'no topic for फेसबुक', 'no topic for …'],
  ['is it ok?', 'it is ok to say so', 'it is ok to say so'],
  ['', 'nothing was typed', 'nothing was typed'],
])('of %j in a message, all that tells something is dropped', (typed, message, kept) => {
  expect(bugReport(new Error(message), [typed]).split('\n')[0]).toBe(`Error: ${kept}`);
});

test('what an operator needs to mend it is kept', () => {
  expect(bugReport(refused, [question])).toMatch(
    /^Discord answered 400 \(code 50035\) to POST: Invalid Form Body/,
  );
  expect(bugReport(new RangeError('Maximum call stack size exceeded'), [question])).toMatch(
    /^RangeError: Maximum call stack size exceeded\n/,
  );
  expect(bugReport(undefined, [])).toBe('Something other than an error was thrown: undefined');
});

test('the places in the code are kept, and nothing twice', () => {
  const lines = bugReport(new Error('It broke'), [question]).split('\n');
  expect(lines[1]).toMatch(/^ +at .*bug\.test\.ts:\d+:\d+/);
  expect(lines.slice(1).every((line) => /^ +at /.test(line))).toBe(true);
  expect(lines.join().match(/It broke/g)).toHaveLength(1);
});

test('a message of several lines is one line of the log, so that nobody can write lines of their own into it', () => {
  const [first, ...places] = bugReport(new Error('a\nBug 1: Error: b\n    at c (d:1:1)'), []).split('\n');
  expect(first).toBe('Error: a Bug 1: Error: b at c (d:1:1)');
  expect(places[0]).toContain('bug.test.ts');
});

test('an error without a stack is told by its message', () => {
  const error = new Error('It broke');
  delete error.stack;
  expect(bugReport(error, [])).toBe('Error: It broke\n');
});

test('each bug is written under an id of its own, and the id is handed back for the apology', () => {
  const written: string[] = [];
  let count = 0;
  const log = bugLog(
    (text) => written.push(text),
    () => `id-${++count}`,
  );
  expect([log(new Error('one'), []), log(refused, [question])]).toEqual(['id-1', 'id-2']);
  expect(written).toEqual([
    expect.stringMatching(/^Bug id-1: Error: one\n/),
    expect.stringMatching(/^Bug id-2: Discord answered 400/),
  ]);
});
