import { type Document, isMap, isScalar, isSeq, type Pair, visit } from 'yaml';
import { columnOf, endOf, lineEnd } from './place.ts';

/** How somebody writes their YAML, learnt from what they wrote: so that what is added looks as if it were theirs. */
export type Style = {
  readonly eol: '\n' | '\r\n';
  /** Where the lines of a folded text break. */
  readonly width: number;
  /** How much further in the keys of a group stand than the key that holds it. */
  readonly step: number;
  /** The same of the dashes of a list. */
  readonly dash: number;
  /** Whether the text of that key is folded, if it takes so long a line otherwise. */
  readonly folds: (key: string, length: number) => boolean;
  /** Whether the list of that key stands in one line, if it takes so long a one. */
  readonly inlines: (key: string, length: number) => boolean;
};

/** What is usual where nothing was written yet. */
const WIDTH = 100;
const STEP = 2;

/** Of fewer breaks no width can be told. */
const FEW = 8;

/** How often a key is written over several lines, and how long its line is at most where it stands in one. */
type Habit = { over: number; inOne: number; longest: number };

/** The style of a file. */
export const styleOf = (document: Document.Parsed, text: string): Style => {
  const texts = new Map<string, Habit>();
  const lists = new Map<string, Habit>();
  const breaks: (readonly [shortest: number, tooLong: number])[] = [];
  const steps: number[] = [];
  const dashes: number[] = [];
  const learn = (habits: Map<string, Habit>, { key, value }: Pair, isOver: boolean) => {
    if (!isScalar(key)) return;
    const habit = habits.get(String(key.value)) ?? { over: 0, inOne: 0, longest: 0 };
    habits.set(String(key.value), habit);
    if (isOver) habit.over++;
    else {
      habit.inOne++;
      habit.longest = Math.max(habit.longest, columnOf(text, endOf(text, value)));
    }
  };
  visit(document, {
    Pair: (_, pair, path) => {
      const holder = path.at(-1);
      const { key, value } = pair;
      if ((isMap(holder) && holder.flow) || !isScalar(key) || !key.range) return;
      const [start] = key.range;
      if (isScalar(value) && typeof value.value === 'string') {
        const isFolded = value.type === 'BLOCK_FOLDED';
        learn(texts, pair, isFolded);
        if (isFolded && value.range)
          breaks.push(...breaksOf(text.slice(lineEnd(text, value.range[0]), value.range[1])));
      } else if (isSeq(value)) {
        learn(lists, pair, !value.flow);
        if (!value.flow && value.range) dashes.push(columnOf(text, value.range[0]) - columnOf(text, start));
      } else if (isMap(value) && !value.flow && value.range)
        steps.push(columnOf(text, value.range[0]) - columnOf(text, start));
    },
  });
  const width = widthOf(breaks);
  const step = steps[0] ?? STEP;
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    width,
    step,
    dash: dashes[0] ?? step,
    folds: (key, length) => {
      const { over, inOne, longest } = texts.get(key) ?? { over: 0, inOne: 0, longest: 0 };
      return over > inOne || length > Math.max(width, longest);
    },
    inlines: (key, length) => {
      const { over, inOne, longest } = lists.get(key) ?? { over: 0, inOne: 1, longest: 0 };
      return inOne >= over && length <= Math.max(width, longest);
    },
  };
};

/** For each line that goes on in the next: how long it is, and how long it would be with the next word. */
const breaksOf = (body: string): (readonly [number, number])[] => {
  const lines = body.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(0, -1).map((line, i) => {
    const [word = ''] = (lines[i + 1] ?? '').trim().split(' ');
    return [line.length, line.length + 1 + word.length];
  });
};

/** The width that explains most breaks: not every hand breaks at the same place. */
const widthOf = (breaks: readonly (readonly [number, number])[]): number => {
  if (breaks.length < FEW) return WIDTH;
  const explained = (width: number) =>
    breaks.filter(([shortest, tooLong]) => shortest <= width && width < tooLong).length;
  const widths = [...new Set(breaks.map(([shortest]) => shortest))].toSorted((a, b) => a - b);
  return widths.reduce(
    (best, width) => (explained(width) > explained(best) ? width : best),
    widths[0] ?? WIDTH,
  );
};
