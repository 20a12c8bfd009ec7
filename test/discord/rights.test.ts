import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openHouse } from '../../src/bot.ts';
import type { Rights } from '../../src/desk/authorize.ts';
import { command, moderatorCommand, ownCommand } from '../../src/discord/command.ts';
import { steps } from '../../src/discord/editing/steps.ts';
import type { House } from '../../src/discord/house.ts';
import { incoming } from '../../src/discord/incoming.ts';
import { listen } from '../../src/discord/listen.ts';
import { openEditing, unedited } from '../../src/editing.ts';

const HOME = '100000000000000001';
const OTHER = '200000000000000002';
const CURATORS = '300000000000000003';
const MANAGE_GUILD = String(1n << 5n);
const ADMINISTRATOR = String(1n << 3n);

/** Who comes, and from where. */
const people = {
  'a member at home': { guild: HOME, permissions: '0', roles: [] },
  'a curator at home': { guild: HOME, permissions: '0', roles: [CURATORS] },
  'a manager at home': { guild: HOME, permissions: MANAGE_GUILD, roles: [] },
  'an administrator at home': { guild: HOME, permissions: ADMINISTRATOR, roles: [] },
  'an administrator elsewhere': { guild: OTHER, permissions: ADMINISTRATOR, roles: [CURATORS] },
  'somebody in private': { guild: undefined, permissions: ADMINISTRATOR, roles: [] },
} as const;
type Who = keyof typeof people;

let open: House;
const houseWith: Record<string, House> = {};

beforeAll(async () => {
  const story = 'test/stories/lighthouse';
  const furnished = await openHouse({
    knowledge: `${story}/knowledge`,
    commands: `${story}/commands`,
    version: '0',
    observe: () => {},
    report: (error) => {
      throw error;
    },
  });
  open = furnished;
  const desk = async (rights: Rights) => {
    const folder = await mkdtemp(join(tmpdir(), 'rights-'));
    const how = { folder, reviewers: 1, now: () => new Date(), rights, channel: undefined } as const;
    return (await openEditing(furnished, furnished.book(), how)).house;
  };
  houseWith['managers may'] = await desk({ homes: [HOME], roles: [] });
  houseWith['curators may'] = await desk({ homes: [HOME], roles: [CURATORS] });
  houseWith['nobody may'] = unedited(furnished).house;
}, 30_000);

const from = (who: Who) => {
  const { guild, permissions, roles } = people[who];
  const user = { id: '500000000000000005', username: 'eve' };
  const base = { id: '1', token: 't', application_id: '2', locale: 'en-US' };
  return guild === undefined
    ? { ...base, user }
    : { ...base, guild_id: guild, member: { user, permissions, roles } };
};

const moderated = () => [...open.commands.values()].filter((one) => one.for === 'moderators');

const optionsOf = (name: string) => {
  const leaf = {
    type: 3,
    name: name.includes('topic') || name === 'fact add' ? 'topic' : 'fact',
    value: 'keeper',
  };
  const value = leaf.name === 'fact' ? 'keeper-awake' : 'keeper';
  const needed = Object.values(open.commands.get(name)?.options ?? {}).some(({ required }) => required);
  return needed ? [{ ...leaf, value }] : [];
};

/** A command as Discord nests it. */
const data = (name: string, options: readonly object[] = optionsOf(name)) => {
  const [first, second] = name.split(' ');
  return second === undefined
    ? { name: first, type: 1, options }
    : { name: first, type: 1, options: [{ type: 1, name: second, options }] };
};

const message = { id: '7', flags: 64 };

/** Everything that a client could send of the moderators' own, forged or not. */
const everything = (): readonly (readonly [what: string, payload: object])[] => [
  ...moderated().map(({ name }) => [`/${name}`, { type: 2, data: data(name) }] as const),
  ...[...steps.keys()].flatMap((step) => {
    const custom_id = `step:0::${step}:1:1:1`;
    return [
      [`the button ${step}`, { type: 3, message, data: { custom_id, component_type: 2 } }] as const,
      [
        `the list ${step}`,
        { type: 3, message, data: { custom_id, component_type: 3, values: ['1'] } },
      ] as const,
      [`the form ${step}`, { type: 5, message, data: { custom_id, components: [] } }] as const,
    ];
  }),
];

const refusals = /cannot be edited here|Only moderators of the record/;

const answerTo = async (house: House, who: Who, payload: object): Promise<string> => {
  const asked = incoming({ ...from(who), ...payload });
  if (asked === undefined) throw new Error('It did not come through the door');
  return JSON.stringify(await listen(house, asked));
};

const strangers: readonly (readonly [rule: string, who: Who])[] = [
  ['managers may', 'a member at home'],
  ['managers may', 'a curator at home'],
  ['managers may', 'an administrator elsewhere'],
  ['managers may', 'somebody in private'],
  ['curators may', 'a member at home'],
  ['curators may', 'a manager at home'],
  ['curators may', 'an administrator at home'],
  ['curators may', 'an administrator elsewhere'],
  ['curators may', 'somebody in private'],
  ['nobody may', 'an administrator at home'],
  ['nobody may', 'a curator at home'],
];

test.each(strangers)('where %s, %s is refused at every step, and told nothing', async (rule, who) => {
  const house = houseWith[rule] ?? open;
  for (const [what, payload] of everything())
    expect([what, await answerTo(house, who, payload)]).toEqual([what, expect.stringMatching(refusals)]);
});

test.each([
  ['managers may', 'a manager at home'],
  ['managers may', 'an administrator at home'],
  ['curators may', 'a curator at home'],
] as const)('where %s, %s is let in at every step', async (rule, who) => {
  const house = houseWith[rule] ?? open;
  for (const [what, payload] of everything())
    expect([what, await answerTo(house, who, payload)]).not.toEqual([what, expect.stringMatching(refusals)]);
});

test.each(strangers)('where %s, nothing is suggested to %s', async (rule, who) => {
  const option = { type: 3, name: 'fact', value: '', focused: true };
  for (const name of ['fact edit', 'fact show', 'history']) {
    const answer = await answerTo(houseWith[rule] ?? open, who, { type: 4, data: data(name, [option]) });
    expect(answer).toContain('"choices":[]');
  }
});

test('a readers’ command that reaches for the desk does not compile', () => {
  const notice = { kind: 'notice', heading: 'h', lines: ['l'] } as const;
  const heard = (_desk: unknown) => notice;
  moderatorCommand({ name: 'a', description: 'd', run: ({ desk }) => heard(desk) });
  // @ts-expect-error: it is not given one.
  command({ name: 'a', description: 'd', run: ({ desk }) => heard(desk) });
  // @ts-expect-error: nor is a command about one's own traces, which may do nothing else.
  ownCommand({ name: 'a', description: 'd', run: ({ desk }) => heard(desk) });
});
