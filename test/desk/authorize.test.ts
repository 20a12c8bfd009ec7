import { expect, test } from 'vitest';
import { authorize, isEditingOn, type Rights, type Who } from '../../src/desk/authorize.ts';

const home = '1';
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;
const OTHERS = ~(ADMINISTRATOR | MANAGE_GUILD) & ((1n << 60n) - 1n);

const who = (more: Partial<Who>): Who => ({
  id: '5',
  name: 'Ann',
  permissions: 0n,
  roles: [],
  guild: home,
  ...more,
});

const anyone: Rights = { homes: [home], roles: [] };
const named: Rights = { homes: [home], roles: ['7'] };

const cases: readonly [string, Rights, Partial<Who>, boolean][] = [
  ['whoever manages a home', anyone, { permissions: MANAGE_GUILD }, true],
  ['an administrator of a home', anyone, { permissions: ADMINISTRATOR }, true],
  ['somebody with every other permission', anyone, { permissions: OTHERS }, false],
  ['a member', anyone, {}, false],
  ['a member with some role, where none is named', anyone, { roles: ['7'] }, false],
  ['an administrator elsewhere', anyone, { permissions: ADMINISTRATOR, guild: '2' }, false],
  ['anybody in a direct message', anyone, { permissions: ADMINISTRATOR, guild: undefined }, false],
  ['whoever has a named role', named, { roles: ['6', '7'] }, true],
  ['an administrator without a named role', named, { permissions: ADMINISTRATOR }, false],
  ['whoever has a role of that number elsewhere', named, { roles: ['7'], guild: '2' }, false],
  ['whoever has another role', named, { roles: ['77'] }, false],
  [
    'anybody where no home is named',
    { homes: [], roles: ['7'] },
    { roles: ['7'], permissions: ADMINISTRATOR },
    false,
  ],
];

test.each(cases)('%s', (_, rights, more, isLetIn) => {
  const attempt = () => authorize(rights, who(more));
  if (isLetIn) expect(attempt()).toEqual({ id: '5', name: 'Ann' });
  else expect(attempt).toThrow(/cannot be edited here|Only moderators/);
});

test('editing is on where a home is named', () => {
  expect([isEditingOn(anyone), isEditingOn({ homes: [], roles: ['7'] })]).toEqual([true, false]);
});
