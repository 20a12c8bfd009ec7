import wrapAnsi from 'wrap-ansi';
import { type Row, readMarkdown, type Span } from '../markdown.ts';
import type { Ink } from './ink.ts';

/** How text is laid out: `width` is where lines are broken, which they are not where it is left out. */
export type Page = { readonly ink: Ink; readonly width?: number };

/** Discord's markup as lines for a terminal. What stands under a numbered line is set in as far as its words are. */
export const paint = (content: string, { ink, width }: Page): string[] => {
  let indent = 0;
  return readMarkdown(content).flatMap((row) => {
    const { mark, rest } = numbered(row);
    indent = mark !== '' ? mark.length : row.is === 'small' ? indent : 0;
    const lead = mark === '' ? ' '.repeat(indent) : styled({ is: row.is, spans: [{ text: mark }] }, ink);
    return hang(lead, indent, styled(rest, ink), width);
  });
};

/**
 * A text in lines no longer than `width`, set in by `indent`, which is how wide the `lead` of the first is. Only a
 * word that is longer than a line runs on, so that an address can still be followed and copied.
 */
export const hang = (lead: string, indent: number, text: string, width?: number): string[] => {
  const broken = width === undefined ? [text] : wrapAnsi(text, width - indent).split('\n');
  return broken.map((line, i) => (line === '' ? line : (i === 0 ? lead : ' '.repeat(indent)) + line));
};

const numbered = (row: Row): { readonly mark: string; readonly rest: Row } => {
  const [first, ...others] = row.spans;
  const [mark = ''] = /^\[\d+\] /.exec(first?.text ?? '') ?? [];
  if (first === undefined || mark === '') return { mark: '', rest: row };
  return { mark, rest: { ...row, spans: [{ ...first, text: first.text.slice(mark.length) }, ...others] } };
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
