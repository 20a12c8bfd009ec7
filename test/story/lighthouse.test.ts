import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../src/story/ask.ts';
import { find } from '../../src/story/find.ts';
import type { Index } from '../../src/story/search/index.ts';
import { suggestTopics } from '../../src/story/search/suggest.ts';
import { furnish } from '../conversation/houses.ts';

/** None of these stands in the knowledge of that story, and none was used to learn from: a new story has no questions of its own. */
const questions: readonly (readonly [kind: Kind, typed: string, right: string])[] = [
  ['plain', 'on which nights did Gullcliff Light not burn', 'lamp-out'],
  ['plain', 'when was the lamp lit again', 'lamp-out'],
  ['plain', 'what day did the light come back', 'lamp-out'],
  ['plain', 'for how long was the lighthouse dark', 'lamp-out'],
  ['plain', 'what made the lamp go out', 'why-out'],
  ['plain', 'did wick and tallow sell wet oil', 'why-out'],
  ['plain', 'what did the inquiry of the lamp office find', 'why-out'],
  ['plain', 'who was at fault according to the inquiry', 'why-out'],
  ['plain', 'is it true that the keeper slept', 'keeper'],
  ['plain', 'was the watchman sleeping that night', 'keeper'],
  ['plain', 'did the keeper ring the fog bell', 'keeper'],
  ['plain', 'did the keeper admit that the oil never came', 'keeper'],
  ['plain', 'how many ships sank on the teeth', 'boats'],
  ['plain', 'what does the union say about the boats', 'boats'],
  ['plain', 'were any vessels lost in the dark', 'boats'],
  ['plain', 'how much did the board pay for the lamp it ordered', 'new-lamp'],
  ['plain', 'what is the price of the new lamp', 'new-lamp'],
  ['plain', 'who will pay the 90 crowns', 'new-lamp'],
  ['plain', 'which claims of the handbill are false', 'handbill-wrong'],
  ['plain', 'what mistakes are in the handbill', 'handbill-wrong'],
  ['misspelt', 'wen did teh lmap go out', 'lamp-out'],
  ['misspelt', 'why did the lam go out', 'why-out'],
  ['misspelt', 'was ther watter in the oli', 'why-out'],
  ['misspelt', 'was the keepr aslep', 'keeper'],
  ['misspelt', 'how mnay botas were wreked', 'boats'],
  ['misspelt', 'who pais for the nwe lamp', 'new-lamp'],
  ['misspelt', 'waht does the hanbdill get wrong', 'handbill-wrong'],
  ['misspelt', 'WHATS WRONG WITH THE HANDBIL', 'handbill-wrong'],
  ['off', 'what is the capital of France', 'miss'],
  ['off', 'who won the world cup', 'miss'],
  ['off', 'how do i bake bread', 'miss'],
  ['off', 'what is the weather tomorrow', 'miss'],
  ['off', 'tell me a joke', 'miss'],
  ['off', 'how tall is the lighthouse', 'miss'],
  ['off', 'how old is the keeper', 'miss'],
  ['off', 'is it safe to sail past the teeth', 'miss'],
  ['off', 'what is the name of the keeper', 'miss'],
  ['off', 'will the lamp go out again next year', 'miss'],
  ['names', 'did Captain Orsolf wreck his boat', 'miss'],
  ['names', 'what did Brandmere say about the oil', 'miss'],
  ['names', 'did facebook pay for the new lamp', 'miss'],
  ['names', 'was the lamp of Skarholm out too', 'miss'],
  ['names', 'who is Edda Falkenrath', 'miss'],
  ['names', 'did the Rockpool Gazette interview Hjalmar', 'miss'],
];

type Kind = 'plain' | 'misspelt' | 'off' | 'names';

/** What was reached when this was written, less a little. `off` asks what the record lacks, `names` about others. */
const floor: Readonly<Record<Kind, { readonly right: number; readonly wrong: number }>> = {
  plain: { right: 15, wrong: 2 },
  misspelt: { right: 6, wrong: 0 },
  off: { right: 5, wrong: 3 },
  names: { right: 6, wrong: 0 },
};

let index: Index;
beforeAll(async () => {
  index = (await furnish('test/stories/lighthouse')).index();
});

/** The topics that answered, or `choice` or `miss`. */
const outcome = (typed: string): string => {
  const reply = ask(index, typed);
  if (reply.kind === 'answer') return reply.topic.id;
  return reply.kind === 'several' ? reply.answers.map(({ topic }) => topic.id).join(' ') : reply.kind;
};

describe('a story without questions of its own', () => {
  test.each(Object.entries(floor))(
    'is told right, and not wrongly, as often as it was: %s',
    (kind, least) => {
      const asked = questions.filter(([one]) => one === kind);
      const came = asked.map(([, typed, right]) => ({ typed, right, is: outcome(typed) }));
      const wrong = came.filter(({ right, is }) => is !== right && is !== 'miss' && is !== 'choice');
      const right = came.filter((one) => one.is === one.right);
      expect(right.length, JSON.stringify(came.filter((one) => !right.includes(one)))).toBeGreaterThanOrEqual(
        least.right,
      );
      expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(least.wrong);
    },
  );

  test('knows nobody of the first', () => {
    for (const typed of ['why did facebook share data with huawei', 'did zuckerberg confess'])
      expect(ask(index, typed)).toMatchObject({ kind: 'miss' });
  });

  test('is asked for more, and goes on from the last answer', () => {
    const before = { topic: 'boats', actors: [] };
    expect(ask(index, 'source?', before)).toMatchObject({ kind: 'answer', topic: { id: 'boats' } });
    expect(find(index, 'how many of them', before).readings).toEqual([
      'it goes on from "How many boats were wrecked?"',
    ]);
  });

  test('has both answers given to two questions', () => {
    expect(outcome('was the keeper asleep and who pays for the new lamp')).toBe('keeper new-lamp');
  });

  test('has its topics suggested from its own words', () => {
    expect(suggestTopics(index, '')).toEqual(index.story.start);
    expect(suggestTopics(index, 'how many boa')[0]?.id).toBe('boats');
    expect(suggestTopics(index, 'handb')[0]?.id).toBe('handbill-wrong');
  });

  test('reads no other language, since it has no table of any', () => {
    expect(index.interpret('por qué se apagó la lámpara')).toBeUndefined();
  });
});
