import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { complete, type Suggest } from '../../../src/local/terminal/complete.ts';

const hide = { name: 'hide', type: Kind.Boolean };
const commands = [
  {
    name: 'ask',
    description: 'Asks',
    isModerators: false,
    options: [{ name: 'question', type: Kind.String, autocomplete: true }, hide],
  },
  {
    name: 'keepers',
    description: 'Who kept it',
    isModerators: false,
    options: [{ name: 'lamp', type: Kind.String, autocomplete: true }, hide],
  },
  { name: 'key', description: 'The key', isModerators: false, options: [hide] },
  {
    name: 'fact',
    description: 'Facts',
    isModerators: true,
    options: [{ name: 'add', type: Kind.Subcommand, options: [{ name: 'text', type: Kind.String }] }],
  },
];

const lamps = ['The great lamp', 'The small lamp'];
const suggest: Suggest = async (command, options, focused) =>
  command === 'keepers'
    ? lamps
        .filter((lamp) => lamp.toLowerCase().includes(String(options[focused]).toLowerCase()))
        .map((name, i) => ({ name, value: `lamp-${i}` }))
    : [{ name: 'Why was it dark?', value: 'dark' }];

const becomes = async (typed: string) => (await complete(typed, commands, suggest)).map(({ line }) => line);

describe('what a line can become', () => {
  test.each([
    ['/k', ['/keepers ', '/key ']],
    ['/KEY', ['/key ']],
    ['/zebra', []],
    ['/keepers ', ['/keepers The great lamp', '/keepers The small lamp', '/keepers lamp:', '/keepers hide:']],
    ['/keepers gre', ['/keepers The great lamp']],
    ['/keepers lamp:small l', ['/keepers lamp:The small lamp']],
    ['/keepers lamp:The small lamp ', ['/keepers lamp:The small lamp hide:']],
    ['/keepers The small lamp hi', ['/keepers The small lamp hide:']],
    [
      '/keepers The small lamp hide:',
      ['/keepers The small lamp hide:true', '/keepers The small lamp hide:false'],
    ],
    ['/key ', ['/key hide:']],
    ['/key hide:f', ['/key hide:false']],
    ['/key hi', ['/key hide:']],
    ['/key hide', ['/key hide:']],
    ['/key x', []],
    ['/keepers lamp:small hide:true ', []],
    ['/keepers hi', ['/keepers hide:']],
    ['/ask why q', ['/ask Why was it dark?']],
    ['why hi', ['Why was it dark?']],
    ['q', ['quit']],
    ['/fact ', ['/fact add ']],
    ['/fact add ', ['/fact add text:']],
    ['why dar', ['Why was it dark?']],
    ['dm why', ['dm Why was it dark?']],
    ['as m', ['as member', 'as moderator']],
  ])('%j', async (typed, lines) => {
    expect(await becomes(typed)).toEqual(lines);
  });

  test('an empty line becomes any command', async () => {
    expect(await becomes('')).toEqual(['/ask ', '/keepers ', '/key ', '/fact ']);
  });

  test('a suggestion that the bot fails to give is none', async () => {
    const fails: Suggest = async () => {
      throw new Error('Loading options failed');
    };
    expect(await complete('/keepers lamp:x', commands, fails)).toEqual([]);
  });
});
