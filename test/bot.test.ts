import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openHouse } from '../src/bot.ts';

/** Changes a file, and gives back what it held before. */
type Edit = (file: string, change: (text: string) => string) => string;

/** The lighthouse's house, on a copy of its story that can be written in. */
const open = async ({ before = (_: Edit): unknown => undefined } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'house-'));
  cpSync('test/stories/lighthouse/knowledge', folder, { recursive: true });
  const house = await openHouse({
    knowledge: folder,
    commands: 'test/stories/lighthouse/commands',
    version: '0.0.0',
    observe: () => {},
    report: () => '',
  });
  const edit: Edit = (file, change) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(join(folder, file), change(text));
    return text;
  };
  before(edit);
  const told: string[] = [];
  const leave = house.follow({
    onStory: ({ index: { story } }) => told.push(story.title),
    onFaults: (faults) => told.push(...faults),
    onError: (error) => told.push(String(error)),
  });
  onTestFinished(async () => {
    await leave();
    rmSync(folder, { recursive: true });
  });
  /** The title of the topic that everything here is tried on. */
  const title = () => house.index().story.topics.get('lamp-out')?.title;
  return { edit, title, told, leave };
};

const OLD = 'When did the lamp of Gullcliff go out?';
const NEW = 'When did the lamp at Gullcliff go out?';

test('a story that is changed by hand answers within a second', async () => {
  const { edit, title, told } = await open();
  expect(title()).toBe(OLD);
  const began = performance.now();
  edit('facts.yaml', (text) => text.replace(OLD, NEW));
  await expect.poll(title, { interval: 10 }).toBe(NEW);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(told).toHaveLength(1);
});

type Slip = readonly [what: string, file: string, from: RegExp, to: string, told: RegExp];

const slips: readonly Slip[] = [
  ['no YAML', 'facts.yaml', /title: When/, 'title: "When', /^facts\.yaml, line \d+ · /],
  ['cut short', 'facts.yaml', /end: true\n/, '', /^facts\.yaml · end: is missing or wrong/],
  [
    'against a house rule',
    'facts.yaml',
    /title: .*/,
    'title: When?',
    /^facts\.yaml, line 4 · topics › lamp-out › title: .*\[titles-fit: /,
  ],
  [
    'without the topic of a command',
    'facts.yaml',
    /^ {2}lamp-out:/m,
    '  lamp-lit:',
    /^\/lamp-out answers with a topic that is not there|^story\.yaml, line \d+ · start › 0: /,
  ],
];

test.each(slips)(
  'of a story that is %s all is told, the last good one answers, and the mended one is taken',
  async (_, file, from, to, fault) => {
    const { edit, title, told } = await open();
    const whole = edit(file, (text) => text.replace(from, to));
    await expect.poll(() => told, { interval: 10 }).toContainEqual(expect.stringMatching(fault));
    expect(title()).toBe(OLD);
    edit(file, () => whole.replace(OLD, NEW));
    await expect.poll(title, { interval: 10 }).toBe(NEW);
  },
);

test('what is saved before it is followed, and after it was read, is not missed', async () => {
  const { edit, title } = await open({
    before: (change) => change('facts.yaml', (text) => text.replace(OLD, NEW)),
  });
  expect(title()).toBe(OLD);
  await expect.poll(title, { interval: 10 }).toBe(NEW);
  edit('facts.yaml', (text) => text.replace(NEW, OLD));
  await expect.poll(title, { interval: 10 }).toBe(OLD);
});

test('who no longer follows keeps the story that there was', async () => {
  const { edit, title, leave, told } = await open();
  await leave();
  edit('facts.yaml', (text) => text.replace(OLD, NEW));
  await sleep(600);
  expect([title(), told]).toEqual([OLD, []]);
});
