import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean } from '../../../src/story/search/clean.ts';
import { anything, pastes } from '../typed.ts';

test.each([
  ['spaces and line breaks', '  why\n\n did\tit\r\nstop ', 'why did it stop'],
  ['control characters', 'why\u0000did\u0007it', 'why did it'],
  ['characters without width', 'cl\u200bo\u00adck\ufeff', 'clock'],
  ['turns of direction', '\u202ewhy\u2066 stop', 'why stop'],
  ['other widths and forms', 'ｗｈｙ ﬁre ①', 'why fire 1'],
  ['a mention', '<@123456789012345678> why', 'why'],
  ['a mention of a role, a channel, a command', 'why <@&1> <#2> </ask:3> stop', 'why stop'],
  ['an emoji of a server', 'why <:clock:123> <a:tick:456> stop', 'why stop'],
  ['a time stamp', 'why <t:1528156800:R> stop', 'why stop'],
  ['an address', 'is https://evil.example/x?y#z true', 'is true'],
  ['a comparison', 'is 3 < 4 and 5 > 4', 'is 3 < 4 and 5 > 4'],
  ['emoji', 'why 🕰️ stop', 'why 🕰️ stop'],
  ['other scripts', '为什么 停了 लमी', '为什么 停了 लमी'],
  ['nothing', '', ''],
  ['nothing to see', ' \u200b\n', ''],
])('of %s, search sees what a reader would', (_, typed, seen) => {
  expect(clean(typed)).toBe(seen);
});

const isWithinBounds = (text: string): boolean => {
  const words = text === '' ? [] : text.split(' ');
  return words.length <= 60 && words.every((word) => word.length > 0 && word.length <= 32);
};

test('whatever is typed, what is left is one line of at most 60 words of 32 letters', () => {
  fc.assert(
    fc.property(anything(['why', 'clock']), (typed) => {
      const text = clean(typed);
      expect(isWithinBounds(text)).toBe(true);
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/u);
    }),
  );
});

test.each(pastes)('6,000 characters of %s are cut to that too', (_, paste) => {
  expect(isWithinBounds(clean(paste))).toBe(true);
});

test('uncut, most of them would be over these bounds', () => {
  expect(pastes.filter(([, paste]) => !isWithinBounds(paste.trim())).length).toBeGreaterThan(
    pastes.length - 3,
  );
});

test('of a long text the beginning and the end are kept', () => {
  const rambling = 'nevertheless, '.repeat(100);
  expect(clean(`why did the clock stop? ${rambling} or was it lightning?`)).toMatch(
    /^why did the clock stop\? .* or was it lightning\?$/,
  );
});

test('of many short words the beginning and the end stay, where a question most often stands', () => {
  const ramble = clean(`why? ${'and so on, '.repeat(25)}was it lightning?`);
  expect(ramble.startsWith('why?')).toBe(true);
  expect(ramble.endsWith('was it lightning?')).toBe(true);
});

test.each([
  ['letters that only look Latin', 'f\u0430\u0441ebook', 'facebook'],
  ['signs for letters', 'f@cebook $hared it', 'facebook shared it'],
  ['another script stays', 'привет мир', 'привет мир'],
])('%s', (_, typed, read) => {
  expect(clean(typed)).toBe(read);
});
