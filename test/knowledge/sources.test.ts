import { expect, test } from 'vitest';
import { copyOfLighthouse, rewrite, run } from './lighthouse.ts';

test('sources stand under the voice whose words they carry, the most facts first', async () => {
  expect(await run(['sources'])).toEqual({
    isWell: true,
    lines: [
      'Harbour Board of Gullcliff: 3 statements, for 4 facts',
      '  minutes  Harbour Board of Gullcliff, 1907-03, strong, no link known: 3 statements, for 4 facts',
      'Lamp Office: 3 statements, for 4 facts',
      '  log  Lamp Office, 1907-03, strong, no link known: 3 statements, for 4 facts',
      'Rockpool Gazette: 2 sources, 3 statements, for 2 facts, against 1',
      '  gazette-dispute  Rockpool Gazette, 1907-03-08, good: 2 statements, for 1 fact, against 1',
      '  gazette-inquiry  Rockpool Gazette, 1907-03-21, good: 1 statement, for 1 fact',
      'Gullcliff Handbill: 4 statements, for 1 fact, against 3',
      '  handbill  Gullcliff Handbill, 1907-03, weak, no link known: 4 statements, for 1 fact, against 3',
      '4 voices, 5 sources, 13 statements, 10 facts',
    ],
  });
});

test('who only reprints has no voice of his own, and "The" makes no other voice', async () => {
  const folder = copyOfLighthouse();
  rewrite(
    folder,
    'sources.yaml',
    'title: Minutes, March 1907',
    'title: Minutes, March 1907\n    from: The Lamp Office',
  );
  const { lines } = await run(['sources'], folder);
  expect(lines.slice(0, 3)).toEqual([
    'The Lamp Office: 2 sources, 6 statements, for 8 facts',
    '  log      Lamp Office, 1907-03, strong, no link known: 3 statements, for 4 facts',
    '  minutes  Harbour Board of Gullcliff, 1907-03, strong, no link known: 3 statements, for 4 facts',
  ]);
});
