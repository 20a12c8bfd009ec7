import { styleText } from 'node:util';
import { createSupportsHyperlinks } from 'supports-hyperlinks';

/** Where the terminal writes. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

type Style = (text: string) => string;

/** How text is set off from other text; where the output cannot show it, text stays as it is. */
export type Ink = {
  readonly bold: Style;
  readonly dim: Style;
  readonly code: Style;
  readonly wrong: Style;
  readonly link: (label: string, address: string) => string;
};

const written = (label: string, address: string) => (label === address ? address : `${label} (${address})`);

/** Letters alone, for files, pipes and programs. */
export const plainInk: Ink = {
  bold: String,
  dim: String,
  code: String,
  wrong: String,
  link: written,
};

/** What this terminal can show; nothing but letters where `NO_COLOR` is set. */
export const inkFor = (output: Output): Ink => {
  const style =
    (format: Parameters<typeof styleText>[0]): Style =>
    (text) =>
      styleText(format, text, { stream: output });
  return {
    bold: style('bold'),
    dim: style('dim'),
    code: style('cyan'),
    wrong: style('yellow'),
    link: createSupportsHyperlinks(output) ? clickable : written,
  };
};

const clickable = (label: string, address: string) => `\u001B]8;;${address}\u0007${label}\u001B]8;;\u0007`;
