import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Press, pressId, readPress } from '../../src/discord/press.ts';

const slug = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((id) => id.length <= 40);

const press: fc.Arbitrary<Press> = fc.record({
  manner: fc.constantFrom('say', 'full'),
  page: fc.nat(9999),
  owner: fc.oneof(fc.constant(''), fc.bigInt(1n, 2n ** 64n - 1n).map(String)),
  command: fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/),
  values: fc.array(fc.oneof(fc.constant(''), slug), { maxLength: 1 }),
});

test('a button remembers all of its state, within Discord’s limit', () => {
  fc.assert(
    fc.property(press, (before) => {
      const id = pressId(before);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(readPress(id)).toEqual(before);
    }),
  );
});

test('what no button of ours could hold is not read', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (forged) => {
      const read = readPress(forged);
      expect(read === undefined || pressId(read) === forged || /^(say|full):0\d/.test(forged)).toBe(true);
    }),
  );
});

test.each([
  '',
  'say',
  'say:0::ask',
  'drop:0::ask:x',
  'say:-1::ask:x',
  'say:0::ask:<@1>',
  'say:0::../x:y',
  'say:99999::ask:x',
])('a forged id %j is read as nothing or as a plain question', (forged) => {
  const read = readPress(forged);
  expect(read === undefined || read.command === 'ask').toBe(true);
});

test('a value that is no id is a bug, and is not put on a button', () => {
  expect(() =>
    pressId({ manner: 'say', page: 0, owner: '', command: 'ask', values: ['why? @everyone'] }),
  ).toThrow();
});
