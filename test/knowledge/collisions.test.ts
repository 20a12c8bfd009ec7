import { expect, test } from 'vitest';
import { copyOfLighthouse, rewrite, run } from './lighthouse.ts';

test('it is a report, and all is well whatever it says', async () => {
  const folder = copyOfLighthouse();
  rewrite(folder, 'facts.yaml', '      - was there water in the oil\n', '      - did any ship sink at sea\n');
  const { lines, isWell } = await run(['collisions'], folder);
  expect(isWell).toBe(true);
  expect(lines[0]).toMatch(/^\d+ wordings, each asked as if it had not been written$/);
  expect(lines.join('\n')).toMatch(
    /Answered by another topic: \d+[\s\S]*boats and \S+ +\d+ wordings?\n +"[^"]+" of \S+ leads to \S+/,
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Nearly so: \d+/),
      expect.stringMatching(/^Not answered, and nearer to another topic: \d+/),
      expect.stringMatching(/^Facts nobody can reach: \d+/),
    ]),
  );
});
