import wrapAnsi from 'wrap-ansi';
import { type Row, readMarkdown, type Span } from '../markdown.ts';
import type { Ink } from './ink.ts';

/** How text is laid out: `width` is where lines are broken, which they are not where it is left out. */
export type Page = { readonly ink: Ink; readonly width?: number };

/** Discord's markup as lines for a terminal. What stands under a numbered line is set in as far as its words are. */
export const paint = (content: string, page: Page): string[] => {
  let indent = 0;
  return readMarkdown(content).flatMap((row) => {
    const [mark = ''] = /^\[\d+\] /.exec(row.spans[0]?.text ?? '') ?? [];
    indent = mark !== '' ? mark.length : row.is === 'small' ? indent : 0;
    return lines(styled(row, page.ink), indent, mark === '' ? indent : 0, page.width);
  });
};

/**
 * One text in lines no longer than `width`, the first set in by `first` and the others by `rest`. Only a word that is
 * longer runs on, so that an address can still be followed and copied.
 */
export const lines = (text: string, rest: number, first: number, width?: number): string[] => {
  if (text === '') return [''];
  const broken = width === undefined ? [text] : wrapAnsi(text, width - rest).split('\n');
  return broken.map((line, i) => ' '.repeat(i === 0 ? first : rest) + line);
};

const styled = ({ is, spans }: Row, ink: Ink): string => {
  const text = spans.map((span) => spanText(span, ink)).join('');
  if (is === 'heading') return ink.bold(text);
  return is === 'small' ? ink.dim(text) : text;
};

const spanText = ({ text, bold, code, link }: Span, ink: Ink): string => {
  const letters = printable(text);
  if (link !== undefined) return ink.link(letters, printable(link));
  if (code) return ink.code(letters);
  return bold ? ink.bold(letters) : letters;
};

/** A control character would be an order to the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, '');
