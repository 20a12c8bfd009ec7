import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../src/discord/render/limits.ts';
import { render } from '../../src/discord/render/render.ts';
import { why } from '../../src/discord/why.ts';
import { explain } from '../../src/story/explain.ts';
import { find } from '../../src/story/find.ts';
import { indexOf } from '../story/story-of.ts';
import { anything, pastes } from '../story/typed.ts';

const index = indexOf();

/** With an empty question among its values no button could lead to a second page: it must be one. */
const shown = (reply: ReturnType<typeof why>) =>
  render(reply, { manner: 'say', owner: '1', command: 'why-this-answer', values: ['What? @everyone'] });

const messageFor = (typed: string) => JSON.stringify(shown(why(explain(index, find(index, typed)))));

const isSound = (typed: string): boolean => {
  const message = messageFor(typed);
  return Buffer.byteLength(message) < limits.bytes && !message.replaceAll('\\\\@', '').includes('@');
};

test('whatever was typed, the reasons fit on one message and mention nobody', () => {
  fc.assert(fc.property(anything(['@everyone', '<@123456789012345678>', '**corvane**', 'clock']), isSound));
});

test.each(pastes)('of 6,000 characters of %s too', (_, paste) => {
  expect(isSound(paste)).toBe(true);
});

test('one line for each sort of reason; what would be too long is left out from the end', () => {
  const line = (about: string, letters: number) => ({ about, sentences: ['x'.repeat(letters)] as const });
  expect(why([line('A', 3), line('B', 3)]).lines).toEqual(['A: xxx', 'B: xxx']);
  expect(why([line('A', 3), line('B', 3_000), line('C', 3)]).lines).toEqual([
    'A: xxx',
    'There is more, but no room for it here.',
  ]);
  expect(why([]).lines).toEqual(['There is nothing to say about it.']);
});
