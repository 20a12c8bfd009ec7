import { expect, test } from 'vitest';
import { readIntent } from '../../../src/local/terminal/intent.ts';

const commands = [
  { name: 'ask', options: [{ name: 'words', type: 3 }] },
  { name: 'list', options: [] },
];
const ask = (words: string) => ({ is: 'command', line: 'ask', options: { words }, where: 'general' });

test.each([
  ['  ', { is: 'nothing' }],
  ['Help', { is: 'help' }],
  ['?', { is: 'help' }],
  ['quit', { is: 'quit' }],
  ['exit', { is: 'quit' }],
  ['12', { is: 'press', number: 12 }],
  ['as moderator', { is: 'become', who: 'moderator' }],
  ['as a Member', { is: 'become', who: 'member' }],
  ['as they say, why', ask('as they say, why')],
  ['help me understand', ask('help me understand')],
  ['2018 was when?', ask('2018 was when?')],
  ['why', ask('why')],
  ['/list', { is: 'command', line: 'list', options: {}, where: 'general' }],
  ['dm /list', { is: 'command', line: 'list', options: {}, where: 'dm' }],
  ['dm why', { is: 'message', to: 'dm', text: 'why' }],
  ['@ why', { is: 'message', to: 'mention', text: 'why' }],
  ['@why', { is: 'message', to: 'mention', text: 'why' }],
  ['@receipts, why', { is: 'message', to: 'mention', text: 'why' }],
  ['@', { is: 'message', to: 'mention', text: '' }],
  ['/', { is: 'command', line: '', options: {}, where: 'general' }],
])('%j is understood', (typed, intent) => {
  expect(readIntent(typed, commands)).toEqual(intent);
});
