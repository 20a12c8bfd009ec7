/** A run of text in one style, as a reader sees it. */
export type Span = {
  readonly text: string;
  readonly bold?: boolean;
  readonly code?: boolean;
  readonly link?: string;
};

/** A line of a message: a heading, small print, or plain. */
export type Row = { readonly is: 'heading' | 'small' | 'plain'; readonly spans: readonly Span[] };

const inline =
  /\\([^0-9A-Za-z\s])|`([^`]+)`|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^\]\\])+)\]\(<?([^\s>)]+)>?\)/gs;

/** Discord's markup, as much of it as a message of text needs: what its clients show of it. */
export const readMarkdown = (content: string): Row[] =>
  content.split('\n').map((line) => {
    const [, mark = '', rest = ''] = /^(#{1,3} |-# )?(.*)$/s.exec(line) ?? [];
    const is = mark.startsWith('#') ? 'heading' : mark.startsWith('-#') ? 'small' : 'plain';
    return { is, spans: spansOf(rest) };
  });

const spansOf = (text: string): Span[] => {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    const [whole, escaped, code, bold, label, link] = match;
    if (match.index > at) spans.push({ text: text.slice(at, match.index) });
    if (escaped !== undefined) spans.push({ text: escaped });
    else if (code !== undefined) spans.push({ text: code, code: true });
    else if (bold !== undefined) spans.push({ text: textOf(bold), bold: true });
    else if (label !== undefined && link !== undefined) spans.push({ text: textOf(label), link });
    at = match.index + whole.length;
  }
  return at < text.length ? [...spans, { text: text.slice(at) }] : spans;
};

/** Without any markup: the letters that a reader sees. */
export const textOf = (content: string): string =>
  readMarkdown(content)
    .map(({ spans }) => spans.map(({ text }) => text).join(''))
    .join('\n');
