import type { Answer, Choice, Citation, Cited, Miss, Point, Several } from '../story/answer.ts';
import type { Fact, NonEmpty, Source } from '../story/model.ts';
import type { Choosable, Form } from './form.ts';
import type { Press, StepPress } from './press.ts';

/** One piece of a page. A note speaks of the record itself; what it says of the story it says in points and statements. */
export type Block =
  | { readonly is: 'note'; readonly text: string }
  | {
      readonly is: 'point';
      readonly point: Point;
      readonly label?: string;
      /** The fact as it was before, where the difference is to be marked. */
      readonly before?: Fact;
    }
  | {
      readonly is: 'change';
      readonly label: string;
      readonly before: string;
      readonly after: string;
    }
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

/** Buttons in a row, or a select, under a panel. */
export type Controls =
  | { readonly is: 'buttons'; readonly buttons: NonEmpty<{ readonly label: string; readonly press: Press }> }
  | {
      readonly is: 'select';
      readonly hint: string;
      readonly from: NonEmpty<Choosable>;
      readonly chosen: readonly string[];
      readonly least: number;
      readonly most: number;
      readonly to: StepPress;
    };

/** What a moderator works at: the thing as readers will see it, and what can be done with it. */
export type Panel = Omit<Page, 'kind'> & {
  readonly kind: 'panel';
  readonly controls: readonly Controls[];
  /** What shows it again: its pages are turned with it. */
  readonly again: Press;
  /** Takes the place of the message whose control led to it. */
  readonly inPlace?: boolean;
  /** What the moderators' channel is told. */
  readonly post?: Panel;
};

/** What a command gives back. It never holds the interaction: hiding, splitting and apologising happen once, elsewhere. */
export type Reply = Answer | Several | Miss | Choice | Page | Notice | Form | Panel;

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
