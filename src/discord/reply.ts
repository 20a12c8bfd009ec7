import type { Answer, Choice, Citation, Cited, Miss, Point } from '../story/answer.ts';
import type { NonEmpty, Source } from '../story/model.ts';

/** One piece of a page. A note speaks of the record itself; what it says of the story it says in points and statements. */
export type Block =
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'point'; readonly point: Point; readonly label?: string }
  | { readonly is: 'source'; readonly source: Source }
  | { readonly is: 'statement'; readonly citation: Citation };

/** A list that readers leaf through. */
export type Page = {
  readonly kind: 'page';
  readonly heading: string;
  readonly blocks: NonEmpty<Block>;
  /** Those that the points are marked with; a page shows the ones it needs. */
  readonly citations: readonly Citation[];
};

/** Words about the bot, for one person only. Never about the story: those need a citation. */
export type Notice = { readonly kind: 'notice'; readonly heading: string; readonly lines: NonEmpty<string> };

/** What a command gives back. It never holds the interaction: hiding, splitting and apologising happen once, elsewhere. */
export type Reply = Answer | Miss | Choice | Page | Notice;

/** Points on a page, with their citations; each under a label, where there is one. */
export const pointBlocks = (
  { points, citations }: Cited,
  labelOf?: (point: Point) => string,
): Pick<Page, 'blocks' | 'citations'> => {
  const block = (point: Point): Block => ({ is: 'point', point, ...(labelOf && { label: labelOf(point) }) });
  const [first, ...rest] = points;
  return { blocks: [block(first), ...rest.map(block)], citations };
};

export const note = (text: string): Block => ({ is: 'note', text });

/** `1 fact`, `2 facts`. */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
