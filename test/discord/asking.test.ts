import { beforeAll, expect, test } from 'vitest';
import { openHouse } from '../../src/bot.ts';
import type { Tally } from '../../src/desk/surface.ts';
import { count } from '../../src/discord/asking/counted.ts';
import { isPersonal } from '../../src/discord/asking/personal.ts';
import { readerSteps } from '../../src/discord/asking/reader-steps.ts';
import { steps } from '../../src/discord/editing/steps.ts';
import { phrasing, title } from '../../src/discord/inbox/phrasing.ts';
import { incoming } from '../../src/discord/incoming.ts';
import { listen } from '../../src/discord/listen.ts';
import { recent } from '../../src/discord/recent.ts';
import { ask } from '../../src/story/ask.ts';
import { sameAs } from '../../src/story/search/same.ts';

let house: Awaited<ReturnType<typeof openHouse>>;

beforeAll(async () => {
  house = await openHouse({
    knowledge: 'test/stories/lighthouse/knowledge',
    commands: 'test/stories/lighthouse/commands',
    version: '0',
    observe: () => {},
    report: (error) => {
      throw error;
    },
  });
}, 30_000);

test.each([
  ['write to mia@example.org', true],
  ['ring +44 20 7946 0958', true],
  ['who is 100000000000000001', true],
  ['was it between 2007 and 2018-06-05', false],
  ['did 50 million people see 1,000,000 ads', false],
])('“%s” tells who somebody is: %s', (text, is) => expect(isPersonal(text)).toBe(is));

test.each([
  ['did anybody drown?', 'Did ANYBODY drown', true],
  ['how tall is the lighthouse', 'the lighthouse: how tall?', true],
  ['did anybody drown', 'did anybody swim', false],
  ['is it so', 'so it is', true],
])('“%s” and “%s” mean the same: %s', (one, other, is) => {
  const index = house.index();
  expect(sameAs(index, one) === sameAs(index, other)).toBe(is);
});

test('a question becomes a way of asking and a title, however long it is', () => {
  expect(phrasing('Did ANYBODY drown?!')).toBe('did anybody drown');
  expect(title('did anybody drown?')).toBe('Did anybody drown?');
  const long = 'word '.repeat(60);
  expect(phrasing(long).length).toBeLessThanOrEqual(100);
  expect(title(long).length).toBeLessThanOrEqual(100);
  expect(phrasing('???')).not.toBe('');
});

test('somebody leaves five things in ten minutes, each once, and what they asked is theirs alone', () => {
  let now = 1;
  const memory = recent(() => now);
  memory.missed('1', 'mia', 'did anybody drown?');
  expect(memory.question('1', 'mia')).toBe('did anybody drown?');
  expect(memory.question('1', 'omar')).toBeUndefined();
  for (const deed of ['1', '2', '3', '4', '5']) expect(memory.leaves('words', 'mia', deed)).toBe(true);
  expect(memory.leaves('words', 'mia', '5')).toBe(false);
  expect(() => memory.leaves('words', 'mia', '6')).toThrow('a great deal');
  expect(memory.leaves('words', 'omar', '6')).toBe(true);
  expect(memory.leaves('nods', 'mia', '6')).toBe(true);
  now = 11 * 60_000;
  expect(memory.question('1', 'mia')).toBeUndefined();
  expect(memory.leaves('words', 'mia', '7')).toBe(true);
});

test('what became of a question is counted by its topic: in their words, by a press, or not at all', () => {
  const counted: string[] = [];
  const tally: Tally = {
    count: (kind, topic) => void counted.push(topic === undefined ? kind : `${kind} ${topic}`),
    since: async () => [],
  };
  for (const typed of ['was the keeper asleep', 'keeper', 'did anybody drown', 'Was the keeper asleep?'])
    count(tally, ask(house.index(), typed), [typed]);
  expect(counted).toEqual(['answered keeper', 'chosen keeper', 'missed', 'chosen keeper']);
});

const from = { id: '1', token: 't', application_id: '2', user: { id: '5', username: 'eve' } };
const answerTo = async (payload: object): Promise<string> => {
  const asked = incoming({ ...from, ...payload });
  if (asked === undefined) throw new Error('It did not come through the door');
  return JSON.stringify(await listen(house, asked));
};

test('where nobody may edit, nothing can be left: no button offers it, and none that is forged takes it', async () => {
  const options = [{ name: 'question', type: 3, value: 'did anybody drown' }];
  const miss = await answerTo({ type: 2, data: { name: 'ask', options } });
  expect(miss).toContain('does not answer');
  expect(miss).not.toContain('Ask the moderators');
  for (const step of readerSteps.keys())
    for (const type of [3, 5]) {
      const data = { custom_id: `step:0::${step}:keeper-awake:1`, component_type: 2, components: [] };
      expect(await answerTo({ type, data })).toContain('The moderators take nothing here.');
    }
});

test('no step of readers has the name of a moderators’ one', () => {
  expect([...readerSteps.keys()].filter((name) => steps.has(name))).toEqual([]);
});
