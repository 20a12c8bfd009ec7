import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../src/discord/editing/differences.ts';
import { changeText, marked } from '../../src/discord/render/difference.ts';
import { textOf } from '../../src/local/markdown.ts';

test('what is gone is struck out, what is new is bold', () => {
  expect(marked('Four firms had deals.', 'Five firms had such deals.')).toBe(
    '~~Four~~ **Five** firms had **such** deals.',
  );
});

test('what did not change is not marked', () => {
  expect(marked('Four firms.', 'Four firms.')).toBe('Four firms.');
});

test.each([
  ['@everyone', 'a @everyone <@1> <#2>'],
  ['https:', 'https: //evil.example'],
  ['https:', 'https://evil.example'],
  ['discord', 'discord.gg/evil'],
  ['**a**', '~~b~~ **a** `c`'],
  ['[a', '[a](https://evil.example)'],
])('neither wording can ping, link or format, and nor can both together: %j, %j', (before, after) => {
  const text = marked(before, after);
  expect(text.replace(/\\[\s\S]/g, '')).not.toMatch(/[@<#`[]|:\/\/|discord\.gg/);
});

test('every letter of the new wording can be read in it', () => {
  const words = fc.stringMatching(/^[a-z ,.]{0,40}$/);
  fc.assert(
    fc.property(words, words, (before, after) => {
      const read = textOf(marked(before, after).replace(/~~[^~]*~~/g, ''));
      expect(read.replace(/\s+/g, '')).toBe(after.replace(/\s+/g, ''));
    }),
  );
});

test('of a list only what is gone and what is new is shown, and never more than a message holds', () => {
  const topic = { title: 't', asked: ['a', 'b'], facts: ['x', 'y'] };
  expect(differences({ before: topic, after: { ...topic, asked: ['a', 'c'], facts: ['y', 'x'] } })).toEqual([
    { is: 'change', label: 'Ways of asking', before: 'b', after: 'c' },
    { is: 'change', label: 'Answered by', before: 'x · y', after: 'y · x' },
  ]);
  const long = '*'.repeat(9000);
  expect(changeText({ label: 'Ways of asking', before: long, after: `${long}x` }).length).toBeLessThan(3000);
});
