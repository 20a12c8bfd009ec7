import { stringify } from 'yaml';
import type { Style } from './style.ts';

/** What a value looks like that is written anew, where a neighbour does not say: over several lines, or in one. */
export type Wish = 'over lines' | 'in one line' | undefined;

export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key and its value as lines, so far in, without line breaks. */
export const pairLines = (
  key: string,
  value: unknown,
  margin: number,
  style: Style,
  wish?: Wish,
): string[] => {
  const lead = `${' '.repeat(margin)}${oneLine(key)}:`;
  const whole = `${lead} ${oneLine(value)}`;
  const isShort = wish === 'in one line' && whole.length <= style.width;
  if (isGroup(value) && Object.keys(value).length > 0 && !isShort)
    return [
      lead,
      ...Object.entries(value).flatMap(([inner, held]) => pairLines(inner, held, margin + style.step, style)),
    ];
  if (Array.isArray(value) && value.length > 0) {
    const isInline = isShort || (wish !== 'over lines' && style.inlines(key, whole.length));
    return isInline ? [whole] : [lead, ...value.map((item) => itemLine(item, margin + style.dash))];
  }
  if (typeof value !== 'string') return [whole];
  if (value.includes('\n'))
    return [`${lead} ${value.endsWith('\n') ? '|' : '|-'}`, ...literal(value, margin + style.step)];
  const isFolded = wish === undefined ? style.folds(key, whole.length) : wish === 'over lines';
  if (!isFolded) return [whole];
  return [`${lead} >-`, ...wrapped(value, style.width, margin + style.step)];
};

/** A text whose line breaks count, line by line. */
const literal = (text: string, margin: number): string[] =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(margin)}${line}`));

/** An entry of a list as its line. */
export const itemLine = (item: unknown, margin: number): string => `${' '.repeat(margin)}- ${oneLine(item)}`;

/** A value in one line, in quotation marks only where it needs them. */
export const oneLine = (value: unknown): string => {
  if (typeof value !== 'object')
    return stringify({ k: value }, { lineWidth: 0 }).slice('k: '.length, -'\n'.length);
  const edge = Array.isArray(value) ? '[' : '[ ';
  return stringify([value], {
    collectionStyle: 'flow',
    flowCollectionPadding: !Array.isArray(value),
    lineWidth: 0,
  }).slice(edge.length, -edge.length - '\n'.length);
};

/** A text in lines of at most that width, broken between words only. */
export const wrapped = (text: string, width: number, margin: number): string[] => {
  const lines: string[] = [];
  // Of several spaces none may be lost: only a single one is as good as a line break.
  for (const word of text.split(/(?<! ) (?! )/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${' '.repeat(margin)}${word}`);
  }
  return lines;
};

/**
 * The same text changed: lines that still say what they said stay where they break, and only what lies between is broken
 * anew. The lines that there were come without their margin.
 */
export const rewrapped = (old: readonly string[], text: string, width: number, margin: number): string[] => {
  const pad = ' '.repeat(margin);
  const fits = (line: string, next: string) => margin + line.length + 1 + firstWord(next).length <= width;
  const kept: string[] = [];
  let rest = text;
  for (const [i, line] of old.slice(0, -1).entries()) {
    const after = rest.slice(line.length + 1);
    if (!rest.startsWith(`${line} `) || after.startsWith(' ')) break;
    if (firstWord(after) !== firstWord(old[i + 1] ?? '') && fits(line, after)) break;
    kept.push(`${pad}${line}`);
    rest = after;
  }
  for (let from = kept.length + 1; from < old.length; from++) {
    const tail = old.slice(from);
    const said = tail.join(' ');
    if (!rest.endsWith(` ${said}`)) continue;
    const between = wrapped(rest.slice(0, -said.length - 1), width, margin);
    if (fits((between.at(-1) ?? '').trim(), said)) continue;
    return [...kept, ...between, ...tail.map((line) => `${pad}${line}`)];
  }
  return [...kept, ...wrapped(rest, width, margin)];
};

const firstWord = (text: string): string => text.split(' ', 1)[0] ?? '';
