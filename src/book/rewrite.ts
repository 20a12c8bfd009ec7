import { isDeepStrictEqual } from 'node:util';
import { diffArrays } from 'diff';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { refuse } from '../refusal.ts';
import { commentsIn } from './comments.ts';
import { columnOf, endOf, lineEnd, lineStart } from './place.ts';
import { isGroup, itemLine, oneLine, pairLines, rewrapped, type Wish } from './print.ts';
import { type Edit, splice } from './splice.ts';
import { type Style, styleOf } from './style.ts';

type Group = Readonly<Record<string, unknown>>;
type Paper = { readonly text: string; readonly style: Style };

/**
 * The text of a file changed so that it says the one thing instead of the other. Only lines that say something else are
 * written anew, in the manner of the file; comments stay, but for those inside of what is taken out.
 */
export const rewritten = (file: string, text: string, old: Group, now: Group): string => {
  const document = parseDocument(text, { stringKeys: true, uniqueKeys: false });
  const { contents } = document;
  if (!isMap(contents) || contents.flow)
    return refuse(`${file} is written in braces: give each key a line of its own.`);
  return splice(text, groupEdits(contents, old, now, { text, style: styleOf(document, text) }));
};

const groupEdits = (group: YAMLMap, old: Group, now: Group, paper: Paper): Edit[] => {
  const { text, style } = paper;
  const pairs = new Map(group.items.map((pair) => [nameOf(pair), pair]));
  const margin = columnOf(text, startOf(group.items[0]));
  const edits = [...pairs].flatMap(([key, pair]) => {
    if (!Object.hasOwn(now, key)) return [removal(text, startOf(pair), endOf(text, pair))];
    return isDeepStrictEqual(old[key], now[key]) ? [] : pairEdits(pair, old[key], now[key], margin, paper);
  });
  const added = Object.keys(now).flatMap((key, i, keys): Edit[] => {
    if (pairs.has(key)) return [];
    const before = keys.slice(0, i).findLast((one) => pairs.has(one));
    const neighbour = before === undefined ? undefined : pairs.get(before);
    const at =
      neighbour === undefined
        ? lineStart(text, startOf(group.items[0]))
        : lineEnd(text, endOf(text, neighbour));
    return [addition(text, at, pairLines(key, now[key], margin, style), style)];
  });
  return [...edits, ...added];
};

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);

const removal = (text: string, start: number, end: number): Edit => ({
  from: lineStart(text, start),
  to: lineEnd(text, end),
  text: '',
});

const addition = (text: string, at: number, lines: readonly string[], { eol }: Style): Edit => {
  const isOpen = at > 0 && text[at - 1] !== '\n';
  const body = lines.map((line) => `${line}${eol}`).join('');
  return { from: at, to: at, text: isOpen ? `${eol}${body}` : body };
};

const pairEdits = (pair: Pair, old: unknown, now: unknown, margin: number, paper: Paper): Edit[] => {
  const { value } = pair;
  if (isMap(value) && !value.flow && isGroup(old) && isGroup(now) && Object.keys(now).length > 0)
    return groupEdits(value, old, now, paper);
  if (isSeq(value) && !value.flow && Array.isArray(old) && Array.isArray(now) && now.length > 0) {
    const edits = listEdits(value, old, now, paper);
    if (edits !== undefined) return edits;
  }
  if (isScalar(value) && value.type === 'BLOCK_FOLDED' && typeof now === 'string' && !now.includes('\n')) {
    const edit = foldedEdit(value.range?.[0] ?? 0, endOf(paper.text, value), now, paper);
    if (edit !== undefined) return [edit];
  }
  return valueEdits(pair, now, margin, paper);
};

/** The entries of a list, each on a line of its own: those that stay are not touched. Nothing where they stand otherwise. */
const listEdits = (
  list: YAMLSeq,
  old: readonly unknown[],
  now: readonly unknown[],
  { text, style }: Paper,
): Edit[] | undefined => {
  const spans = list.items.map((item) => {
    const start = isScalar(item) ? (item.range?.[0] ?? 0) : 0;
    return {
      start,
      end: endOf(text, item),
      isAlone: /^ *- +$/.test(text.slice(lineStart(text, start), start)),
    };
  });
  const [first] = spans;
  if (first === undefined || spans.some(({ isAlone }) => !isAlone)) return undefined;
  const margin = text.slice(lineStart(text, first.start)).indexOf('-');
  const edits: Edit[] = [];
  let next = 0;
  for (const { added, removed, value } of diffArrays([...old], [...now], { comparator: isDeepStrictEqual })) {
    if (added) {
      const last = spans[next - 1];
      const at = last === undefined ? lineStart(text, first.start) : lineEnd(text, last.end);
      edits.push(
        addition(
          text,
          at,
          value.map((item) => itemLine(item, margin)),
          style,
        ),
      );
      continue;
    }
    if (removed)
      edits.push(
        ...spans.slice(next, next + value.length).map(({ start, end }) => removal(text, start, end)),
      );
    next += value.length;
  }
  return edits;
};

/** The lines of a folded text. Nothing where they are more than words and breaks, and must be written from the start. */
const foldedEdit = (start: number, end: number, now: string, { text, style }: Paper): Edit | undefined => {
  const from = lineEnd(text, start);
  if (!/^>-?[ \t]*(#.*)?$/.test(text.slice(start, from).trimEnd())) return undefined;
  const lines = text.slice(from, end).split(/\r?\n/);
  const margin = lines[0]?.search(/[^ ]/) ?? 0;
  const old = lines.map((line) => line.slice(margin));
  if (lines.some((line) => line.search(/[^ ]/) !== margin) || old.some((line) => /\s$|^\s/.test(line)))
    return undefined;
  const instead = rewrapped(old, now, style.width, margin);
  return { from, to: end, text: instead.join(style.eol) };
};

/** A value written anew. The rest of its line stays, and comments that stood within it go above it. */
const valueEdits = (pair: Pair, now: unknown, margin: number, { text, style }: Paper): Edit[] => {
  const { key, value } = pair;
  const start = startOf(pair);
  const colon = text.indexOf(':', isScalar(key) ? (key.range?.[1] ?? start) : start) + 1;
  const end = Math.max(colon, endOf(text, value));
  const [first = '', ...others] = pairLines(nameOf(pair), now, margin, style, wishOf(value, now));
  const comments = commentsIn(text, colon, end).map((comment) => `${' '.repeat(margin)}${comment}`);
  return [
    ...(comments.length > 0 ? [addition(text, lineStart(text, start), comments, style)] : []),
    { from: colon, to: end, text: first.slice(margin + oneLine(nameOf(pair)).length + 1) },
    ...(others.length > 0 ? [addition(text, lineEnd(text, end), others, style)] : []),
  ];
};

/** As it stood before, where it is still the same kind of thing. */
const wishOf = (value: unknown, now: unknown): Wish => {
  if (isScalar(value) && typeof now === 'string' && value.type === 'BLOCK_FOLDED') return 'over lines';
  if ((isSeq(value) || isMap(value)) && value.items.length > 0)
    return value.flow ? 'in one line' : 'over lines';
  return undefined;
};
