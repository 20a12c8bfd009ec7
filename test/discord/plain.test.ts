import { expect, test } from 'vitest';
import { clip, echo, plain } from '../../src/discord/render/plain.ts';
import { textOf } from '../../src/local/markdown.ts';

const hostile = [
  '@everyone',
  '@here now',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<t:1528156800:R>',
  '<:smile:123456789012345678>',
  '<a:smile:123456789012345678>',
  '<id:customize>',
  'https://evil.example/x',
  '<https://evil.example>',
  '<mailto:a@evil.example>',
  'discord.gg/invite',
  'discord.com/invite/abc',
  '[bank](https://evil.example)',
  '# heading',
  '-# small',
  '- item',
  '+ item',
  '1. item',
  '2) item',
  '> quote',
  '>>> quote',
  '**bold** *it* __u__ ~~s~~ ||spoiler||',
  '`code` ```block```',
];

/** Markup that Discord would act on, in what is left once backslashes have taken its escapes away. */
const live = (text: string): boolean => {
  const unescaped = text.replace(/\\[^0-9A-Za-z\s]/g, '\u0000');
  return /[<>@#|`~*_[\]]|https?:\/\/|discord\.(gg|com)|^\s*([-+]|\d+[.)])\s/i.test(unescaped);
};

test.each(hostile)('%s is shown letter by letter and does nothing', (text) => {
  expect(live(plain(text))).toBe(false);
  expect(textOf(plain(text))).toBe(text);
});

test('the check itself sees markup that was not escaped', () => {
  expect(hostile.filter((text) => !live(text))).toEqual([]);
});

test('characters that hide or turn text are dropped, and lines become one', () => {
  expect(plain('a\u202Eb\u200Bc\u0000d\ne\u2028f')).toBe('abc d e f');
});

test('a typed word is echoed in a code span that it cannot leave', () => {
  expect(echo('`@everyone`\n\u202Ex')).toBe('`ʼ@everyoneʼ x`');
  expect(echo('x'.repeat(99))).toHaveLength(34);
  expect(echo('\u200B')).toBe('` `');
});

test('a cut never splits a character of two units', () => {
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('ab…');
  expect(clip('a😀bc', 3)).toBe('a…');
});
