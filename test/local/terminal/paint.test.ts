import { expect, test } from 'vitest';
import type { Ink } from '../../../src/local/terminal/ink.ts';
import { plainInk } from '../../../src/local/terminal/ink.ts';
import { paint } from '../../../src/local/terminal/paint.ts';

const ink: Ink = {
  bold: (text) => `<b>${text}</b>`,
  dim: (text) => `<dim>${text}</dim>`,
  code: (text) => `<code>${text}</code>`,
  wrong: String,
  link: (label, address) => `<a ${address}>${label}</a>`,
};

test.each([
  ['### The \\*heading\\*', ['<b>The *heading*</b>']],
  ['plain and **bold \\_letters\\_**', ['plain and <b>bold _letters_</b>']],
  ['nothing of `quidditch`', ['nothing of <code>quidditch</code>']],
  ['-# small **print**', ['<dim>small <b>print</b></dim>']],
  ['at [a.org](<https://a.org/x>)', ['at <a https://a.org/x>a.org</a>']],
  ['two\n\nlines', ['two', '', 'lines']],
  ['a \u001B[31mred\u0007 letter', ['a [31mred letter']],
])('%j is set off as it should be', (content, lines) => {
  expect(paint(content, { ink })).toEqual(lines);
});

test('a link is written out where it cannot be clicked', () => {
  expect(paint('[a.org](<https://a.org/x>)', { ink: plainInk })).toEqual(['a.org (https://a.org/x)']);
});

test('lines are broken between words, and what stands under a number is set in', () => {
  const content = '-# [10] **Somebody**, a while ago\n-# in short: words\nAfter it';
  expect(paint(content, { ink: plainInk, width: 20 })).toEqual([
    '[10] Somebody, a',
    '     while ago',
    '     in short: words',
    'After it',
  ]);
});

test('an address longer than a line stays whole', () => {
  const address = 'https://a.org/an-address-that-is-long';
  expect(paint(`see ${address}`, { ink: plainInk, width: 20 })).toEqual(['see', address]);
});
