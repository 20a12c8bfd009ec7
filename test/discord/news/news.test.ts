import { beforeAll, expect, test } from 'vitest';
import { openStory, type Sound } from '../../../src/bot.ts';
import { deliverNews } from '../../../src/discord/news/deliver-news.ts';
import { newsOf } from '../../../src/discord/news/news.ts';
import { newsPost } from '../../../src/discord/news/post.ts';
import { limits } from '../../../src/discord/render/limits.ts';
import type { Message } from '../../../src/discord/render/message.ts';
import type { Said, Speak } from '../../../src/discord/speak.ts';
import type { Recorded } from '../../../src/ledger/revision.ts';
import { type Change, entryIn } from '../../../src/story/entry.ts';

let sound: Sound;
beforeAll(async () => {
  const opened = await openStory('test/stories/lighthouse/knowledge');
  if ('faults' in opened) throw new Error(opened.faults.join('\n'));
  sound = opened;
});

const factIn = (id: string) => {
  const fact = entryIn(sound.written, 'fact', id);
  return fact ?? expect.fail(`There is no fact ${id}`);
};

/** The record says of a fact what it says, and said something else before. */
const reworded = (id: string, was: string): Change => ({
  entry: 'fact',
  id,
  before: { ...factIn(id), text: was },
  after: factIn(id),
});

const revision = (seq: number, change: Change, why = 'It was wrong'): Recorded => ({
  seq,
  why,
  key: '1',
  by: 1,
  approvedBy: 2,
  author: 'Ana Author',
  approver: 'Ben Approver',
  at: '2031-05-17T10:00:00.000Z',
  undoes: null,
  prev: '',
  hash: '',
  changes: [change],
});

const textOf = (message: Message | undefined): string => JSON.stringify(message ?? '');
const facts = () => [...sound.index.story.facts.keys()];

test('readers hear what was changed, why, and on what it rests; and never who changed it', () => {
  const text = textOf(newsPost([revision(3, reworded('keeper-awake', 'He slept.'))], sound.index.story));
  expect(text).toContain('Corrected');
  expect(text).toContain('~~slept~~');
  expect(text).toContain('17 May 2031 · revision 3 · why: It was wrong');
  expect(text).toMatch(/\[1\] \*\*/);
  expect(text).not.toMatch(/Ana|Ben/);
});

test('a fact that came, went or was taken back is called so', () => {
  const label = (change: Change) =>
    newsOf([revision(1, change)], sound.index.story).items.flatMap(({ blocks }) =>
      blocks.flatMap((block) => ('label' in block ? block.label : [])),
    );
  const fact = factIn('keeper-awake');
  const gone = { on: '2031-01-01', because: 'It was made up.', rests: fact.rests };
  const of = (before: typeof fact | null, after: typeof fact | null): Change => ({
    entry: 'fact',
    id: 'keeper-awake',
    before,
    after,
  });
  expect(label(of(null, fact))).toEqual(['New']);
  expect(label(of({ ...fact, retracted: gone }, fact))).toEqual(['Told again']);
  expect(label(of({ ...fact, standing: 'disputed' }, fact))).toEqual(['Corrected']);
  expect(label(of({ ...fact, rests: ['union-one'] }, fact))).toEqual(['Rests on other evidence']);
  expect(label(of(fact, { ...fact, text: 'Something that is not told any more.' }))).toEqual(['Said then']);
  expect(label(of(fact, null))).toEqual(['Taken out']);
  expect(label(of({ ...fact, reviewBy: '2031-01-01' }, fact))).toEqual([]);
});

test('how a question may be asked is no news; nothing is posted for it', () => {
  const topic = entryIn(sound.written, 'topic', 'keeper') ?? expect.fail('There is no such topic');
  const phrased: Change = { entry: 'topic', id: 'keeper', before: { ...topic, asked: ['x'] }, after: topic };
  expect(newsPost([revision(1, phrased)], sound.index.story)).toBeUndefined();
});

test('a great deal of news fits one message, and says how much is left out', () => {
  const many = Array.from({ length: 25 }, (_, i) =>
    revision(i + 1, reworded(facts()[i % facts().length] ?? '', 'x y '.repeat(80)), 'w'.repeat(300)),
  );
  const message = newsPost(many, sound.index.story) ?? expect.fail('Nothing came');
  const texts = message.components.flatMap((one) => ('content' in one ? one.content : []));
  expect(texts.join('').length).toBeLessThanOrEqual(limits.text);
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(limits.bytes);
  const [, left] = /… and (\d+) more: \/whats-new/.exec(texts.join('\n')) ?? [];
  const shown = texts.join('\n').match(/revision \d+/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(shown + Number(left)).toBe(25);
  expect(texts.join('\n')).toContain('revision 25');
});

test('one revision that is too long for a message is cut between what it changed', () => {
  const [first = '', ...rest] = facts();
  const change = (id: string) => reworded(id, 'x y '.repeat(80));
  const one = { ...revision(1, change(first)), changes: [change(first), ...rest.map(change)] as const };
  expect(textOf(newsPost([one], sound.index.story))).toContain('… and 1 more: /whats-new');
});

/** A desk with news for these channels, once. */
const deskWith = (...channels: readonly string[]) => {
  const gone: string[] = [];
  let due = channels;
  return {
    gone,
    desk: {
      present: () => ({ index: sound.index }) as never,
      followers: {
        follow: async () => true,
        unfollow: async (channel: string) => gone.push(channel) > 0,
        due: async () => {
          const now = due;
          due = [];
          return now.map((channel) => ({
            channel,
            guild: '1',
            revisions: [revision(1, reworded('keeper-awake', 'He slept.'))] as const,
          }));
        },
      },
    },
  };
};

const speaking = (said: (channel: string) => Said) => {
  const calls: (readonly [channel: string, key: string])[] = [];
  const speak: Speak = async (channel, _, key) => {
    calls.push([channel, key]);
    return said(channel);
  };
  return { calls, speak };
};

test.each(['gone', 'barred'] as const)(
  'a channel that is %s follows no longer; the others hear of it',
  async (is) => {
    const { desk, gone } = deskWith('100000000000000001', '100000000000000002');
    const { calls, speak } = speaking((channel) => (channel.endsWith('1') ? is : 'said'));
    expect(await deliverNews(desk, speak)).toEqual([]);
    expect(gone).toEqual(['100000000000000001']);
    expect(calls).toHaveLength(2);
    expect(new Set(calls.map(([, key]) => key)).size).toBe(2);
    expect(calls.every(([, key]) => key.length <= 25)).toBe(true);
  },
);

test('what Discord did not take is tried again, under the same key, and given up in the end', async () => {
  const { desk, gone } = deskWith('100000000000000001');
  const { calls, speak } = speaking(() => 'failed');
  let late = await deliverNews(desk, speak);
  for (let i = 0; i < 10; i += 1) late = await deliverNews(desk, speak, late);
  expect(late).toEqual([]);
  expect(calls).toHaveLength(5);
  expect(new Set(calls.map(([, key]) => key)).size).toBe(1);
  expect(gone).toEqual([]);
});
