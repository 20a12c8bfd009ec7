import fc from 'fast-check';
import type { Texts } from '../../src/book/export.ts';
import { type Change, type EntryKind, entryIn } from '../../src/story/entry.ts';
import { type StoryFile, storyFiles, type Written } from '../../src/story/schema.ts';

export type Dice = fc.GeneratorValue;

/** The lines between which a comment may stand: outside of texts in blocks, where it would be words. */
const openLines = (lines: readonly string[]): Set<number> => {
  const open = new Set<number>();
  let folded = Number.POSITIVE_INFINITY;
  for (const [i, line] of lines.entries()) {
    const margin = line.search(/\S/);
    if (margin > folded || margin < 0) continue;
    folded = / [>|]-?$/.test(line) ? margin : Number.POSITIVE_INFINITY;
    open.add(i);
  }
  return open;
};

/** The text with comments strewn in: on lines of their own and after values. Each is there once. */
export const commented = (file: string, text: string, dice: Dice, oneIn: number): string => {
  const lines = text.split('\n');
  const open = openLines(lines);
  return lines
    .flatMap((line, i) => {
      const isKey = /^ *(- |[\w-]+:)/.test(line) && open.has(i);
      if (!isKey || dice(fc.nat, { max: oneIn - 1 }) > 0) return [line];
      const note = `# ${file} ${i}.`;
      const isPlain = !/(["'#[\]{}]|[>|]-?$|:$)/.test(line) || /\]$/.test(line);
      return isPlain && dice(fc.boolean) ? [`${line}  ${note}`] : [`${/^ */.exec(line)}${note}`, line];
    })
    .join('\n');
};

export const commentsOf = (text: string): string[] => text.match(/# \w+ \d+\./g) ?? [];

const words = [
  'the',
  'clock',
  'of',
  'Tarn:',
  '- fell',
  '#silent',
  '"so"',
  'said',
  'they',
  '2018',
  'é',
  '—',
  '50 %',
  "it's",
];

/** A text as somebody might write it, with whatever YAML gives a meaning to. */
const text = (dice: Dice, most: number): string => {
  const many = 1 + dice(fc.nat, { max: most });
  return Array.from({ length: many }, () => dice(fc.constantFrom, ...words)).join(' ');
};

const shortened = <T>(dice: Dice, list: readonly T[]): T[] => list.filter(() => dice(fc.nat, { max: 3 }) > 0);

/** An entry of that kind changed in one or more of its keys. */
const edited = (dice: Dice, kind: EntryKind, entry: object): object => {
  const so: Record<string, unknown> = { ...entry };
  const keys = Object.keys(so);
  const some = keys.filter(() => dice(fc.nat, { max: keys.length }) === 0);
  for (const key of some) {
    const value = so[key];
    if (['text', 'gist', 'what', 'quote'].includes(key)) so[key] = reworded(dice, String(value), 40);
    else if (['title', 'name', 'publisher', 'author', 'from'].includes(key)) so[key] = text(dice, 6);
    else if (['date', 'asOf', 'on', 'when'].includes(key))
      so[key] = dice(fc.constantFrom, '2018', '2018-06', '2018-06-05');
    else if (key === 'asked' || key === 'also') {
      const left = shortened(dice, value as string[]);
      so[key] =
        dice(fc.boolean) || left.length === 0
          ? left.toSpliced(dice(fc.nat, { max: left.length }), 0, text(dice, 7))
          : left;
    } else if (key === 'rests' || key === 'facts' || key === 'next' || key === 'against') {
      const left = (value as string[]).toReversed();
      so[key] = dice(fc.boolean) && left.length > 1 ? left.slice(1) : left;
    }
  }
  if (kind === 'fact' && dice(fc.nat, { max: 3 }) === 0) {
    if (so.when === undefined) so.when = '2018-06-05';
    else delete so.when;
  }
  if (kind === 'actor' && so.also === undefined && dice(fc.boolean)) so.also = [text(dice, 3), text(dice, 3)];
  return so;
};

const reworded = (dice: Dice, old: string, most: number): string => {
  if (dice(fc.nat, { max: 3 }) === 0) return text(dice, most);
  const all = old.split(' ');
  const at = dice(fc.nat, { max: all.length });
  return all
    .toSpliced(at, dice(fc.nat, { max: 3 }), text(dice, 2))
    .join(' ')
    .trim()
    .slice(0, 320)
    .trim();
};

const kinds = ['fact', 'topic', 'source', 'statement', 'actor'] as const;

const idsOf = ({ facts, sources, actors }: Written): Record<(typeof kinds)[number], string[]> => ({
  fact: Object.keys(facts.facts),
  topic: Object.keys(facts.topics),
  source: Object.keys(sources.sources),
  statement: Object.values(sources.sources).flatMap(({ statements }) => Object.keys(statements)),
  actor: Object.keys(actors.actors),
});

const isOnly = ({ sources }: Written, id: string): boolean =>
  Object.values(sources.sources).some(
    ({ statements }) => Object.hasOwn(statements, id) && Object.keys(statements).length === 1,
  );

/** A program of edits: entries changed, added and taken out, each at most once. */
export const program = (dice: Dice, written: Written, most: number): Change[] => {
  const ids = idsOf(written);
  const done = new Set<string>();
  return Array.from({ length: 1 + dice(fc.nat, { max: most - 1 }) }).flatMap((_, i) => {
    const entry: (typeof kinds)[number] = dice(fc.constantFrom, ...kinds);
    const id = dice(fc.constantFrom, ...ids[entry]);
    // A statement goes with its source: the two are not changed in one program.
    const held = entryIn(written, entry, id);
    const place =
      held !== null && 'source' in held && entry === 'statement' ? `source ${held.source}` : `${entry} ${id}`;
    if (held === null || done.has(place)) return [];
    // The last statement of a source leaves empty braces behind: then its other lines change as well.
    const home = 'source' in held ? `statements of ${held.source}` : place;
    const act = dice(fc.constantFrom, 'edit', 'edit', 'edit', 'add', 'remove');
    if (act === 'remove' && entry === 'statement' && (done.has(home) || isOnly(written, id))) return [];
    if (act !== 'add') done.add(place);
    if (act === 'remove') done.add(home);
    const change =
      act === 'add'
        ? { entry, id: `new-${entry}-${i}`, before: null, after: edited(dice, entry, held) }
        : { entry, id, before: held, after: act === 'remove' ? null : edited(dice, entry, held) };
    return [change as Change];
  });
};

/** The lines that are of none of those entries, found by their margins alone. */
export const linesBeside = (text: string, changes: readonly Change[]): string[] => {
  const ids = new Set(changes.map(({ entry, id }) => `${entry === 'statement' ? '      ' : '  '}${id}:`));
  let margin = Number.POSITIVE_INFINITY;
  return text.split('\n').filter((line) => {
    const own = line.search(/\S/);
    if (own > margin) return false;
    // What is said of the next entry stands before it, with its margin.
    margin = ids.has(line.replace(/ +#.*$/, '')) ? own : Number.POSITIVE_INFINITY;
    return margin === Number.POSITIVE_INFINITY;
  });
};

export const textsOf = (one: (file: StoryFile) => string): Texts =>
  Object.fromEntries(storyFiles.map((file) => [file, one(file)])) as Record<StoryFile, string>;
