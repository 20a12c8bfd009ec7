import { expect, test } from 'vitest';
import { copyOfLighthouse, rewrite, run } from './lighthouse.ts';

test('each line of the article is one row, with how it is accounted for, and by what', async () => {
  expect(await run(['lines'])).toEqual({
    isWell: true,
    lines: [
      '1  contradicted  “GULLCLIFF GOES DARK, AND THE KEEPER WAS ASLEEP!” handbill-asleep: against keeper-awake',
      '2  evidence      “For two whole nights in March the lamp of Gullcliff Light did not burn at all.” handbill-two-nights: for dark-nights',
      '3  contradicted  “The keeper has confessed to the Harbour Board that the oil was never delivered.” handbill-confessed: against no-confession',
      '4  evidence      “Three boats were wrecked on the Teeth because of the dark.” handbill-three-boats: against boats-disputed',
      '5  opinion       The author is indignant.',
      '5 lines: 2 contradicted, 2 evidence, 1 opinion',
    ],
  });
});

test('two quotes of one line stand in one row, and a line that is passed over is not well', async () => {
  const folder = copyOfLighthouse();
  rewrite(folder, 'story.yaml', 'lines:\n  - { line: 5, as: opinion, note: The author is indignant. }\n', '');
  rewrite(folder, 'sources.yaml', 'quote: Three boats were wrecked', 'quote: boats were wrecked');
  rewrite(folder, 'sources.yaml', '        line: 4', '        line: 3');
  const { lines, isWell } = await run(['lines'], folder);
  expect(isWell).toBe(false);
  expect(lines.slice(2)).toEqual([
    '3  contradicted       “The keeper has confessed to the Harbour Board that the oil was never delivered.” handbill-confessed: against no-confession · “boats were wrecked on the Teeth because of the dark.” handbill-three-boats: against boats-disputed',
    '4  not accounted for  no statement quotes it',
    '5  not accounted for  no statement quotes it',
    '5 lines: 2 contradicted, 1 evidence, 2 not accounted for',
  ]);
});

test('a story whose article nobody has fingerprinted has no lines', async () => {
  const folder = copyOfLighthouse();
  rewrite(folder, 'story.yaml', 'article: handbill', 'article: log');
  expect(await run(['lines'], folder)).toEqual({ isWell: true, lines: ['0 lines'] });
});
