import { expect, test } from 'vitest';
import { copyOfLighthouse, fileOf, handbill, rewrite, run } from './lighthouse.ts';

test('the text that the fingerprint was made from is known again, and each quote in its line', async () => {
  expect(await run(['verify', 'handbill', fileOf(handbill)])).toEqual({
    isWell: true,
    lines: [
      'line 1  handbill-asleep stands there word for word: “GULLCLIFF GOES DARK, AND THE KEEPER WAS ASLEEP!”',
      'line 2  handbill-two-nights stands there word for word: “For two whole nights in March the lamp of Gullcliff Light did not burn at all.”',
      'line 3  handbill-confessed stands there word for word: “The keeper has confessed to the Harbour Board that the oil was never delivered.”',
      'line 4  handbill-three-boats stands there word for word: “Three boats were wrecked on the Teeth because of the dark.”',
      '5 lines, all as in sources.yaml',
      '4 quotes, each word for word in its line',
    ],
  });
});

test('a text that was changed, cut or added to is told line by line', async () => {
  const [first = '', second = '', ...others] = handbill.split('\n');
  const text = [second, first, ...others.slice(0, 2)].join('\n').replace('Three boats', 'Many boats');
  const { lines, isWell } = await run(['verify', 'handbill', fileOf(text)]);
  expect(isWell).toBe(false);
  expect(lines).toEqual([
    'line 1  has other words than sources.yaml knows',
    'line 2  has other words than sources.yaml knows',
    'line 4  has other words than sources.yaml knows',
    'line 5  is not in the text',
    expect.stringMatching(/^line 1 {2}handbill-asleep stands in line 2 instead: “GULLCLIFF/),
    expect.stringMatching(/^line 2 {2}handbill-two-nights stands in line 1 instead: “For two/),
    expect.stringMatching(/^line 3 {2}handbill-confessed stands there word for word: “/),
    expect.stringMatching(/^line 4 {2}handbill-three-boats stands nowhere in the text word for word: “/),
    '5 lines, 4 not as in sources.yaml',
    '4 quotes, 3 not word for word in its line',
  ]);
  const longer = await run(['verify', 'handbill', fileOf(`${handbill}And one more line of words.\n`)]);
  expect(longer).toMatchObject({ isWell: false });
  expect(longer.lines[0]).toBe('line 6  is not in sources.yaml');
});

test('a false quote is found though the text is right', async () => {
  const folder = copyOfLighthouse();
  rewrite(folder, 'sources.yaml', 'quote: Three boats were wrecked', 'quote: Thirty boats were wrecked');
  const { lines, isWell } = await run(['verify', 'handbill', fileOf(handbill)], folder);
  expect(isWell).toBe(false);
  expect(lines).toContain('5 lines, all as in sources.yaml');
  expect(lines).toContain('4 quotes, 1 not word for word in its line');
});

test.each([
  [['verify'], 'Which source, and which text? knowledge verify SOURCE FILE'],
  [['verify', 'handbill'], 'Which source, and which text? knowledge verify SOURCE FILE'],
  [['verify', 'nobody', '/nowhere'], 'There is no source called "nobody".'],
  [['verify', 'log', '/nowhere'], '"log" has no fingerprint. This prints one: knowledge fingerprint FILE'],
  [['verify', 'handbill', '/nowhere'], '/nowhere cannot be read.'],
])('knowledge %j is refused in a sentence', async (words, sentence) => {
  await expect(run(words)).rejects.toThrow(sentence);
});
