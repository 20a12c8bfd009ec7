import { execFile } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { decimal, table } from '../exam/table.ts';
import { cost, type Measured, percentOf, rightFirst } from './figures.ts';
import { retrievers } from './retriever.ts';

const SIZES = [100, 1_000, 10_000, 100_000];
/** Whoever has not built its index and been asked by then is given up. */
const MOST_MS = 300_000;

const print = (text: string) => void process.stdout.write(`${text}\n`);
const progress = (text: string) => void process.stderr.write(`${text}\n`);

const { values: flags } = parseArgs({
  options: { size: { type: 'string', multiple: true }, only: { type: 'string' } },
});
const sizes = flags.size?.map(Number) ?? SIZES;
const names = Object.keys(retrievers).filter((name) => flags.only === undefined || name === flags.only);

/** In a process of its own: what one keeps in memory is not the next one's. Nothing where it gave up. */
const measured = async (name: string, size: number, kind = 'full'): Promise<Measured | undefined> => {
  progress(`${name}, ${size} unrelated facts, ${kind}`);
  const flags = ['--expose-gc', '--max-old-space-size=8192'];
  const child = [...flags, 'test/bench/measure.ts', name, String(size), kind];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, child, {
      timeout: MOST_MS,
      maxBuffer: 2 ** 26,
    });
    return JSON.parse(stdout);
  } catch (error) {
    progress(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};

const headings = [
  'build ms',
  'p50 ms',
  'p99 ms',
  'MB built',
  'MB asked',
  'right first %',
  'nearest %',
  'points lost',
  'asked',
];

const cells = (name: string, one: Measured | undefined, alone: Measured | undefined): string[] =>
  one === undefined
    ? [name, `gave up after ${MOST_MS / 60_000} minutes, or ran out of memory`]
    : [
        name,
        decimal(one.buildMs, 0),
        decimal(one.p50, 2),
        decimal(one.p99, 2),
        decimal(one.builtMb, 1),
        decimal(one.askedMb, 1),
        decimal(rightFirst(one.marks), 1),
        decimal(
          percentOf(one.marks, ({ isNearest }) => isNearest),
          1,
        ),
        alone === undefined ? '–' : decimal(cost(alone.marks, one.marks), 1),
        `${one.marks.length}/${one.questions}`,
      ];

const measureAll = async (size: number, kind?: string): Promise<Map<string, Measured | undefined>> => {
  const all = new Map<string, Measured | undefined>();
  for (const name of names) all.set(name, await measured(name, size, kind));
  return all;
};

const show = (title: string, all: ReadonlyMap<string, Measured | undefined>): void => {
  const rows = [...all].map(([name, one]) => cells(name, one, alone.get(name)));
  print(`\n${table([title, ...headings], rows)}`);
  for (const { more } of [...all.values()].flatMap((one) => one ?? []))
    if (more !== undefined)
      print(
        `ours while a member types: p50 ${decimal(more.suggestP50, 2)} ms, p99 ${decimal(more.suggestP99, 2)} ms; a correction: ${decimal(more.correctionMs, 0)} ms, of which others wait ${decimal(more.heldMs, 0)} at a time; the slowest paste: ${decimal(more.pasteMs, 1)} ms`,
      );
};

const alone = await measureAll(0);
show('the story alone', alone);
for (const size of sizes) show(`${size} unrelated facts`, await measureAll(size));
show('one topic, by its title alone', await measureAll(0, 'in turn'));
show('all, by their titles alone', await measureAll(0, 'bare'));
// Times mean what they say only where nothing else was running.
print(`\nLoad at the end: ${decimal(loadavg()[0] ?? 0, 1)} on ${availableParallelism()} cores`);
