import { expect, test } from 'vitest';
import { knowledge, pageFor } from '../../src/knowledge/knowledge.ts';
import { lighthouse, run } from './lighthouse.ts';

const linesOf = async (id: string) => (await run(['show', id])).lines;

test('of a topic: how it is asked, what answers it, and what is asked before and after', async () => {
  expect(await linesOf('boats')).toEqual([
    'topic boats',
    '  title        How many boats were wrecked?',
    '  offered      before anything is typed, as number 4',
    '  asked        how many boats were wrecked',
    '               did any ship sink',
    '               were boats lost on the teeth',
    '               what happened to the boats',
    "  answer       boats-disputed (disputed): How many boats were wrecked is disputed: the handbill speaks of three boats wrecked on the Teeth, and the Boatmen's Union counted one aground and none lost, as of 8 March 1907.",
    '  next         handbill-wrong: What does the handbill get wrong?',
    '  comes after  lamp-out: When did the lamp of Gullcliff go out?',
    '               handbill-wrong: What does the handbill get wrong?',
  ]);
});

test('of a fact: what it rests on, what speaks against it, and which topics show it', async () => {
  expect(await linesOf('boats-disputed')).toEqual([
    'fact boats-disputed',
    "  text        How many boats were wrecked is disputed: the handbill speaks of three boats wrecked on the Teeth, and the Boatmen's Union counted one aground and none lost, as of 8 March 1907.",
    '  standing    disputed',
    '  as of       1907-03-08',
    "  rests on    union-one: Boatmen's Union, 1907-03-08, on the record: The Union counts one boat aground on the Teeth and none lost. [gazette-dispute: Rockpool Gazette, good]",
    '  against it  handbill-three-boats: Gullcliff Handbill, 1907-03, reported: “Three boats were wrecked on the Teeth because of the dark.” (line 4) [handbill: Gullcliff Handbill, weak]',
    '  shown by    boats: How many boats were wrecked?',
    '              handbill-wrong: What does the handbill get wrong?',
  ]);
});

test('of a statement: what is said, and for and against which facts', async () => {
  expect(await linesOf('inquiry-closed')).toEqual([
    'statement inquiry-closed',
    '  gist    The Lamp Office has closed its inquiry and lays the blame on nobody.',
    '  by      lamp-office: Lamp Office',
    '  on      1907-03-20',
    '  kind    on the record',
    '  source  gazette-inquiry: Rockpool Gazette, good',
    '  for     nobody-blamed (established): The Lamp Office closed its inquiry on 20 March 1907 and laid the blame on nobody.',
  ]);
  expect(await linesOf('handbill-asleep')).toContainEqual(
    expect.stringMatching(/^ {2}against {2}keeper-awake \(contradicted\): The handbill says/),
  );
});

test('of a source: what is known of it, what it says, and what rests on it', async () => {
  const lines = await linesOf('gazette-inquiry');
  expect(lines).toEqual([
    'source gazette-inquiry',
    '  publisher  Rockpool Gazette',
    '  title      Inquiry at Gullcliff closed',
    '  date       1907-03-21',
    '  address    https://gazette.example/1907/inquiry',
    '  kind       newspaper report',
    '  trust      good',
    '  says       inquiry-closed: Lamp Office, 1907-03-20, on the record: The Lamp Office has closed its inquiry and lays the blame on nobody.',
    '  for        nobody-blamed (established): The Lamp Office closed its inquiry on 20 March 1907 and laid the blame on nobody.',
  ]);
  expect(await linesOf('handbill')).toEqual(
    expect.arrayContaining(['  address      no link known', '  fingerprint  of 5 lines']),
  );
});

test('of an actor: who it is, what it says, and which facts name it', async () => {
  expect(await linesOf('wick-and-tallow')).toEqual([
    'actor wick-and-tallow',
    '  name      Wick and Tallow',
    '  also      wick & tallow',
    '  kind      company',
    '  what      The merchant that sold the oil. Invented.',
    '  says      merchant-dry: Wick and Tallow, 1907-03-07, denied: The merchant says that its oil was dry when it was delivered.',
    '  named in  cause-disputed (disputed): Why the lamp went out is disputed: the Harbour Board of Gullcliff put it down to water in the oil on 6 March 1907, and the merchant Wick and Tallow said on 7 March 1907 that its oil was dry when it was delivered.',
  ]);
});

test('an id that there is not is refused with those that lie near', async () => {
  await expect(run(['show', 'keeper-awak'])).rejects.toThrow(
    'Nothing is called "keeper-awak". Near to it: "keeper-awake"',
  );
  await expect(run(['show', 'zzzz'])).rejects.toThrow(/^Nothing is called "zzzz"\.$/);
  await expect(run(['show'])).rejects.toThrow('Of what? knowledge show ID');
});

test('a terminal gets lines no longer than it is wide, set in under their label; a pipe gets them whole', async () => {
  const page = { ...pageFor(process.stdout), width: 60 };
  const { lines } = await knowledge(['show', 'bell-rung'], { knowledge: lighthouse, schemas: '' }, page);
  expect(lines.slice(0, 3)).toEqual([
    'fact bell-rung',
    '  text      The keeper wrote in March 1907 that the fog bell',
    '            had been rung until daybreak.',
  ]);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});
