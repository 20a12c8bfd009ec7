import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../src/local/line.ts';

const commands = [
  { name: 'ask', options: [{ name: 'question', type: Kind.String }, flag('hide')] },
  { name: 'ended', options: [flag('hide')] },
  { name: 'help' },
  {
    name: 'fact',
    options: [
      {
        name: 'add',
        type: Kind.Subcommand,
        options: [
          { name: 'text', type: Kind.String },
          { name: 'year', type: Kind.Integer },
          {
            name: 'standing',
            type: Kind.String,
            choices: [{ name: 'Sources disagree', value: 'disputed' }],
          },
        ],
      },
    ],
  },
];

function flag(name: string) {
  return { name, type: Kind.Boolean };
}

describe('a command line', () => {
  test.each([
    ['/ask', 'ask', {}],
    ['/ask why not', 'ask', { question: 'why not' }],
    ['/ask question:why not hide:true', 'ask', { question: 'why not', hide: true }],
    ['/ask why hide: they hide', 'ask', { question: 'why', hide: true }],
    ['/ask why hide:no', 'ask', { question: 'why', hide: false }],
    ['/ask where did they hide', 'ask', { question: 'where did they hide' }],
    ['/ask see https://example.org', 'ask', { question: 'see https://example.org' }],
    ['/ask https://example.org', 'ask', { question: 'https://example.org' }],
    ['/ended hide', 'ended', { hide: true }],
    ['/ended now', 'ended', { now: '' }],
    ['/ended when:now', 'ended', { when: 'now' }],
    ['/help me', 'help', { me: '' }],
    ['/nope at all', 'nope', { 'at all': '' }],
    ['/fact add', 'fact add', {}],
    ['/fact add It rained. year:2018', 'fact add', { text: 'It rained.', year: 2018 }],
    ['/fact add text:x year:soon', 'fact add', { text: 'x', year: 'soon' }],
    ['/fact add x standing:sources disagree', 'fact add', { text: 'x', standing: 'disputed' }],
    ['/fact remove', 'fact', { remove: '' }],
  ])('reads %s', (line, command, options) => {
    expect(readLine(line, commands)).toEqual({ command, options });
  });

  test.each(['', '/', '/ ask', 'ask why', '1'])('is not made of %j', (line) => {
    expect(readLine(line, commands)).toBeUndefined();
  });
});
