import { describe, expect, test } from 'vitest';
import { houses } from './houses.ts';
import { play } from './play.ts';
import { scripted } from './read.ts';

const houseOf = houses();
const head =
  'title: A test of the runner\nstory: lighthouse\ncast:\n  mia: {}\n  omar: { is: moderator }\nsteps:\n';

/** What the runner says of a script: the sentence that it throws, or `well played`. */
const playing = async (steps: string): Promise<string> => {
  try {
    await play(scripted('test.yaml', head + steps), await houseOf('lighthouse'));
    return 'well played';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const asked = '  - by: mia\n    say: /ask was the keeper asleep\n';

describe('a script that is wrong in itself', () => {
  test.each([
    [
      'a misspelt key',
      `${asked}    expct: { kind: answer }`,
      'test.yaml, line 9 · steps › 0 › expct: is no key',
    ],
    [
      'a misspelt key further in',
      `${asked}    expect: { kinds: answer }`,
      'steps › 0 › expect › kinds: is no key',
    ],
    [
      'somebody unknown',
      '  - by: mai\n    say: hello',
      'line 7 · steps › 0 › by: there is no "mai" in the cast: mia, omar',
    ],
    [
      'a reader unknown',
      `${asked}    expect: { to: bob }`,
      'expect › to: there is no "bob" in the cast: mia, omar, or everyone',
    ],
    ['a step of two deeds', `${asked}    press: Next page`, 'line 7 · steps › 0: does exactly one of: say'],
    ['a step of none', '  - by: mia', 'does exactly one of'],
    ['nobody to do it', '  - say: hello', 'steps › 0 › say: is done by somebody'],
    ['a key that belongs elsewhere', `${asked}    pick: Was it?`, 'pick: goes with type, not with say'],
    ['no such kind of reply', `${asked}    expect: { kind: answr }`, 'expect › kind'],
    ['an anchor', `${asked}    expect: &same { kind: answer }`, 'anchors (&) are not used here'],
    ['a key twice', `${asked}    say: again`, 'test.yaml, line 9'],
  ])('%s is named with its line', async (_, steps, message) => {
    expect(await playing(steps)).toContain(message);
  });
});

describe('an expectation that is not met', () => {
  const wrong = (expectation: string) => playing(`${asked}    expect: ${expectation}`);

  test.each([
    ['{ to: mia }', 'to: expected mia, came everyone'],
    ['{ kind: miss }', 'kind: expected miss, came answer'],
    ['{ kind: none }', 'kind: expected none, came answer'],
    ['{ topic: boats }', 'topic: expected boats, came keeper'],
    [
      '{ facts: [no-confession, keeper-awake] }',
      'facts: expected no-confession, keeper-awake, came keeper-awake,',
    ],
    ['{ facts: [] }', 'facts: expected none, came keeper-awake'],
    ['{ cites: [union-one] }', 'cites: expected union-one, came log-hourly'],
    ['{ says: [every hour, snoring] }', 'says: "snoring" cannot be read in it'],
    ['{ never: every hour }', 'never: "every hour" can be read in it'],
    ['{ misses: snoring }', 'misses: expected a miss, came answer'],
    ['{ offers: [boats] }', 'offers: expected boats, came none'],
    ['{ buttons: [Next page] }', 'buttons: expected Next page, came Why did the lamp go out?'],
    ['{ buttons: [] }', 'buttons: expected none, came Why'],
    ['{ suggests: [Why] }', 'suggests: expected Why, came none'],
    ['{ opens: A form }', 'opens: expected A form, came none'],
    ['{ edits: true }', 'edits: no message changed in place'],
    ['{ stopped: too long }', 'stopped: it went through'],
  ])('%s fails', async (expectation, message) => {
    expect(await wrong(expectation)).toContain(message);
  });

  test('shows the line, the conversation and what came', async () => {
    const said = await playing(
      `${asked}  - by: omar\n    press: Show the sources in full\n    expect: { to: everyone, says: The boats }`,
    );
    expect(said).toMatch(
      /^test\.yaml: A test of the runner\n {2}✗ line 9, step 2: to: expected everyone, came omar/,
    );
    expect(said).toContain('mia: /ask was the keeper asleep');
    expect(said).toContain('→ answer, keeper, to everyone');
    expect(said).toContain('[ Show the sources in full ]');
    expect(said).toContain('omar presses [ Show the sources in full ]');
    expect(said).toContain('→ page, to omar');
  });
});

describe('what no script may break', () => {
  test('a step that cannot be done fails without any expectation', async () => {
    expect(await playing('  - by: mia\n    press: Next page')).toContain('mia sees no button "Next page"');
    expect(await playing('  - by: mia\n    say: /nonsense')).toContain('could not be done: /nonsense is not');
  });

  test('a refusal by Discord that does not come fails', async () => {
    expect(await playing(`${asked}    refused: 50035`)).toContain('refused: Discord did not answer 50035');
  });

  test('all that is as expected is well played', async () => {
    const steps = `${asked}    expect: { to: everyone, kind: answer, topic: keeper, facts: [keeper-awake, bell-rung],
      cites: [handbill-asleep], says: EVERY  hour, never: snoring, buttons: [Why did the lamp go out?] }
  - by: mia
    say: hello there
  - by: mia
    type: /ask was the kee
    pick: Was the keeper asleep?
    how: label
    expect: { suggests: [Was the keeper asleep?], kind: answer }
  - restart: true
  - wait: 5
  - by: omar
    say: was the keeper asleep
    to: dm
    expect: { to: omar, kind: answer }`;
    expect(await playing(steps)).toBe('well played');
  });
});
