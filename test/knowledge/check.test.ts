import { expect, test } from 'vitest';
import { copyOfLighthouse, rewrite, run } from './lighthouse.ts';

test('a false quote in a copy of the knowledge makes the check fail, and is told with its line', async () => {
  const folder = copyOfLighthouse();
  expect(await run(['check'], folder)).toMatchObject({ isWell: true });
  rewrite(folder, 'sources.yaml', 'The keeper has confessed to', 'The keeper has complained to');
  expect(await run(['check'], folder)).toEqual({
    isWell: false,
    lines: [
      expect.stringMatching(
        /^sources\.yaml, line \d+ · sources › handbill › statements › handbill-confessed › quote: does not stand word for word in line 3 of its source \[quotes-verbatim: /,
      ),
      `1 problem in ${folder}`,
    ],
  });
});

test('a line of the article that is passed over makes the check fail', async () => {
  const folder = copyOfLighthouse();
  rewrite(folder, 'story.yaml', 'lines:\n  - { line: 5, as: opinion, note: The author is indignant. }\n', '');
  const { lines, isWell } = await run(['check'], folder);
  expect(isWell).toBe(false);
  expect(lines[0]).toContain('line 5 of the article is quoted by no statement, and nothing here says why');
});
