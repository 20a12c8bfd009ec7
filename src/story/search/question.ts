import { type Asking, askingOf } from './asking.ts';
import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';

/** A question as search sees it. */
export type Question = {
  readonly words: readonly Word[];
  readonly asking: Asking;
  /** Tokens that it does not hold itself but leans on. */
  readonly lent?: ReadonlySet<string>;
};

/** Reads what somebody typed; `freely` where it made no sense as it stands: then words may be names misheard. */
export const questionOf = ({ lexicon }: Index, text: string, freely?: 'freely'): Question => {
  const words = lexicon.read(text, freely);
  return { words, asking: askingOf(words.map(({ typed, repaired }) => repaired ?? typed).join(' ')) };
};
