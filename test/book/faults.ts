import { readFileSync } from 'node:fs';
import { parse } from '../../src/book/parse.ts';
import { type StoryFile, schemas, storyFiles } from '../../src/story/schema.ts';
import { kills } from './kills.ts';

/** What the files survive, with figures: `node test/book/faults.ts [SEED]`. Ends with 1 where a promise was broken. */
const seed = Number(process.argv[2] ?? 20_180_605);

/** Random numbers, the same for the same seed. */
const randomOf = (start: number): (() => number) => {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

let broken = 0;
const row = (promise: string, many: number, violations: number, control: string): void => {
  broken += violations;
  process.stdout.write(`${promise} | ${many} | ${violations} | seed ${seed} | ${control}\n`);
};

const KNOWLEDGE = 'knowledge';

/** Whether a file that was cut short passes, with the mark at its end asked for and without. */
const passes = (file: StoryFile, text: string): readonly [marked: boolean, unmarked: boolean] => {
  const { value, problems } = parse(`${file}.yaml`, text);
  if (problems.length > 0 || typeof value !== 'object' || value === null) return [false, false];
  const { success } = schemas[file].safeParse(value);
  return [success, schemas[file].safeParse({ ...value, end: true }).success];
};

const cuts = (file: StoryFile, many: number, random: () => number): void => {
  const text = readFileSync(`${KNOWLEDGE}/${file}.yaml`, 'utf8');
  const most = text.trimEnd().length;
  let marked = 0;
  let unmarked = 0;
  for (let cut = 0; cut < many; cut++) {
    const [isTaken, wouldBe] = passes(file, text.slice(0, Math.floor(random() * most)));
    marked += Number(isTaken);
    unmarked += Number(wouldBe);
  }
  row(
    `${file}.yaml cut short is no story`,
    many,
    marked,
    `without the mark at its end ${unmarked} would pass`,
  );
};

const random = randomOf(seed);
for (const file of storyFiles) cuts(file, 2_000, random);

const safe = await kills(50, KNOWLEDGE, random);
const plain = await kills(50, KNOWLEDGE, random, 'plainly');
row(
  'a killed export leaves each file old or new, and a story',
  safe.kills,
  safe.torn + safe.unreadable + safe.unswept,
  `${safe.changes} files had changed, ${safe.leftOver} kills left a part, all swept; written plainly ${plain.torn} torn`,
);
process.exitCode = broken > 0 ? 1 : 0;
