import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  watch as watchFile,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, type TestContext, test } from 'vitest';
import { type Files, filesIn } from '../../src/book/files.ts';
import { watchFiles } from '../../src/book/watch.ts';
import { storyFiles } from '../../src/story/schema.ts';

const QUIET = 100;

/** What `facts.yaml` held each time. */
const factsOf = (files: Files): string =>
  'text' in files.facts ? files.facts.text : `(${files.facts.refused})`;

/** A folder that is watched until the test ends, and what was taken from it so far. */
const watched = async (
  { onTestFinished }: TestContext,
  { poll = 60_000, take = (_: Files): void | Promise<void> => {} } = {},
) => {
  const above = mkdtempSync(join(tmpdir(), 'watch-'));
  const folder = join(above, 'knowledge');
  mkdirSync(folder);
  for (const name of storyFiles) writeFileSync(join(folder, `${name}.yaml`), 'first\n');
  const taken: string[] = [];
  const errors: unknown[] = [];
  const stop = watchFiles(folder, {
    since: await filesIn(folder),
    take: (files) => {
      taken.push(factsOf(files));
      return take(files);
    },
    failed: (error) => errors.push(error),
    quiet: QUIET,
    poll,
  });
  onTestFinished(async () => {
    await stop();
    rmSync(above, { recursive: true, force: true });
  });
  await sleep(2 * QUIET);
  /** Waits until nothing can be on its way any more. */
  const rest = () => sleep(6 * QUIET);
  return { folder, facts: join(folder, 'facts.yaml'), taken, errors, stop, rest };
};

describe.concurrent('a folder that is watched', () => {
  test('what nobody touches is not taken', async (context) => {
    const { taken, rest } = await watched(context);
    await rest();
    expect(taken).toEqual([]);
  });

  test('a file that is saved is taken once, within a second', async (context) => {
    const { facts, taken, rest } = await watched(context);
    const began = performance.now();
    writeFileSync(facts, 'second\n');
    await expect.poll(() => taken, { interval: 10 }).toEqual(['second\n']);
    expect(performance.now() - began).toBeLessThan(1_000);
    await rest();
    expect(taken).toHaveLength(1);
  });

  test('several files that are saved together are taken together', async (context) => {
    const { folder, taken, rest } = await watched(context);
    for (const name of storyFiles) writeFileSync(join(folder, `${name}.yaml`), 'second\n');
    await rest();
    expect(taken).toEqual(['second\n']);
  });

  const others: readonly [string, (facts: string) => void, string][] = [
    [
      'another file takes its name',
      (facts) => {
        writeFileSync(`${facts}~`, 'renamed\n');
        renameSync(`${facts}~`, facts);
      },
      'renamed\n',
    ],
    [
      'it is taken away and made anew',
      (facts) => {
        unlinkSync(facts);
        writeFileSync(facts, 'made anew\n');
      },
      'made anew\n',
    ],
    ['it is taken away', unlinkSync, '(is not there)'],
    [
      'a link takes its place',
      (facts) => {
        renameSync(facts, `${facts}~`);
        symlinkSync(`${facts}~`, facts);
      },
      '(is not a plain file)',
    ],
    ['it is written to at its end', (facts) => appendFileSync(facts, 'more\n'), 'first\nmore\n'],
  ];

  test.for(others)(
    '%s: the state in which that leaves it is taken once, and so are later ones',
    async ([, act, left], context) => {
      const { facts, taken, rest } = await watched(context);
      act(facts);
      await rest();
      expect(taken).toEqual([left]);
      rmSync(facts, { force: true });
      writeFileSync(facts, 'after\n');
      await rest();
      expect(taken).toEqual([left, 'after\n']);
    },
  );

  test('five times in a row another file takes its name, and each is taken once', async (context) => {
    const { facts, taken, rest } = await watched(context);
    for (const turn of [1, 2, 3, 4, 5]) {
      writeFileSync(`${facts}.new`, `turn ${turn}\n`);
      renameSync(`${facts}.new`, facts);
      await rest();
    }
    expect(taken).toEqual([1, 2, 3, 4, 5].map((turn) => `turn ${turn}\n`));
  });

  test('of 100 saves a second only the last is taken', async (context) => {
    const { facts, taken, rest } = await watched(context);
    for (let save = 1; save <= 100; save++) {
      writeFileSync(facts, `save ${save}\n`);
      await sleep(10);
    }
    await rest();
    expect(taken).toEqual(['save 100\n']);
  });

  test('a file that is written piece by piece is taken when it is whole', async (context) => {
    const { facts, taken, rest } = await watched(context);
    writeFileSync(facts, '');
    for (const piece of ['one\n', 'two\n', 'three\n', 'four\n']) {
      await sleep(QUIET / 2);
      appendFileSync(facts, piece);
    }
    await rest();
    expect(taken).toEqual(['one\ntwo\nthree\nfour\n']);
  });

  test('a file that is saved as it was is no news', async (context) => {
    const { facts, taken, rest } = await watched(context);
    writeFileSync(facts, 'first\n');
    await rest();
    expect(taken).toEqual([]);
  });

  test('what is broken and mended again is taken both times', async (context) => {
    const { facts, taken, rest } = await watched(context);
    writeFileSync(facts, 'broken');
    await rest();
    writeFileSync(facts, 'first\n');
    await rest();
    expect(taken).toEqual(['broken', 'first\n']);
  });

  test('the whole folder is taken away and comes back, and is heard again', async (context) => {
    const { folder, facts, taken, rest } = await watched(context, { poll: 200 });
    renameSync(folder, `${folder}-away`);
    await rest();
    cpSync(`${folder}-away`, folder, { recursive: true });
    await rest();
    writeFileSync(facts, 'back\n');
    await rest();
    expect(taken).toEqual(['(is not there)', 'first\n', 'back\n']);
  });

  test('where the file system tells of nothing, comparing finds it', async (context) => {
    const { folder, taken } = await watched(context, { poll: 100 });
    // The events are of the folder that went; nothing tells of the one in its place.
    renameSync(folder, `${folder}-away`);
    mkdirSync(folder);
    for (const name of storyFiles)
      writeFileSync(join(folder, `${name}.yaml`), readFileSync(join(`${folder}-away`, `${name}.yaml`)));
    writeFileSync(join(folder, 'facts.yaml'), 'found\n');
    await expect.poll(() => taken, { interval: 20, timeout: 2_000 }).toEqual(['found\n']);
  });

  test('what is saved while the last state is being taken is taken after it, and never beside it', async (context) => {
    let inside = 0;
    let most = 0;
    const { facts, taken, rest } = await watched(context, {
      take: async () => {
        most = Math.max(most, ++inside);
        await sleep(3 * QUIET);
        inside--;
      },
    });
    writeFileSync(facts, 'second\n');
    await expect.poll(() => taken.length, { interval: 5 }).toBe(1);
    writeFileSync(facts, 'third\n');
    await rest();
    await rest();
    expect([taken, most]).toEqual([['second\n', 'third\n'], 1]);
  });

  test('whoever cannot take a state is told, and gets the next', async (context) => {
    const { facts, taken, errors, rest } = await watched(context, {
      take: (files) => {
        if (factsOf(files) === 'second\n') throw new Error('no');
      },
    });
    writeFileSync(facts, 'second\n');
    await rest();
    writeFileSync(facts, 'third\n');
    await rest();
    expect([taken, errors]).toEqual([['second\n', 'third\n'], [new Error('no')]]);
  });

  test('whoever watches the file itself, and not its folder, is deaf once another took its name', async (context) => {
    const { facts, taken, rest } = await watched(context);
    const heard: string[] = [];
    const ear = watchFile(facts, () => heard.push('something'));
    context.onTestFinished(() => ear.close());
    writeFileSync(`${facts}~`, 'second\n');
    renameSync(`${facts}~`, facts);
    await rest();
    heard.length = 0;
    writeFileSync(facts, 'third\n');
    await rest();
    expect([taken, heard]).toEqual([['second\n', 'third\n'], []]);
  });

  test('after its end nothing is taken', async (context) => {
    const { facts, taken, stop, rest } = await watched(context);
    writeFileSync(facts, 'second\n');
    await stop();
    writeFileSync(facts, 'third\n');
    await rest();
    expect(taken).toEqual([]);
  });
});

test('a right that is taken away and given back is news both times', async (context) => {
  const { folder, facts, taken, rest } = await watched(context);
  const isRoot = process.getuid?.() === 0;
  // Nothing is forbidden to root: somebody else has to look.
  if (isRoot) {
    chmodSync(folder, 0o755);
    chmodSync(join(folder, '..'), 0o755);
    chownSync(facts, 65_534, 65_534);
    await rest();
    process.seteuid?.(65_534);
    context.onTestFinished(() => process.seteuid?.(0));
  }
  chmodSync(facts, 0o000);
  await rest();
  chmodSync(facts, 0o644);
  await rest();
  if (isRoot) process.seteuid?.(0);
  expect(taken).toEqual(['(cannot be read (EACCES))', 'first\n']);
});
