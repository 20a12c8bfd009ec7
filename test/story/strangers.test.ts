import { beforeAll, expect, test } from 'vitest';
import { ask } from '../../src/story/ask.ts';
import type { Index } from '../../src/story/search/index.ts';
import { furnish } from '../conversation/houses.ts';

/** None of them stands anywhere in the record. */
const strangers = ['Xiaomi', 'OnePlus', 'Nokia', 'Tencent', 'Nintendo', 'Tesla', 'Snapchat', 'Bezos']
  .concat(['Putin', 'Germany', 'Brazil', 'Interpol'])
  .flatMap((name) => [name, name.toLowerCase()]);

const asked = [
  'was X a partner',
  'did facebook share data with X',
  'why did facebook share data with X',
  'did X store the data',
  'what did X say about it',
  'when did the partnership with X end',
  'did X mislead congress',
  'does X work for the chinese government',
  'why is facebook blocked in X',
] as const;

let index: Index;
beforeAll(async () => {
  index = (await furnish('.')).index();
});

test.each(asked)('"%s" is not answered of anybody whom the record does not know', (question) => {
  const answered = strangers
    .map((name) => question.replace('X', name))
    .filter((typed) => !['miss', 'choice'].includes(ask(index, typed).kind));
  expect(answered).toEqual([]);
});
