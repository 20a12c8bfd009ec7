import { type Asking, askingOf } from './asking.ts';
import type { Index } from './index.ts';
import type { Word } from './lexicon.ts';
import { wordsOf } from './words.ts';

/** A question as search sees it. */
export type Question = {
  readonly words: readonly Word[];
  readonly asking: Asking;
  /** Words that stand with a capital within a sentence: names, most likely. */
  readonly capitals: ReadonlySet<string>;
  /** It was asked in another language: what is left of that names nobody. */
  readonly isTranslated?: boolean;
  /** Tokens that it does not hold itself but leans on. */
  readonly lent?: ReadonlySet<string>;
};

/** Reads what somebody typed; `freely` where it made no sense as it stands: then words may be names misheard. */
export const questionOf = ({ lexicon }: Index, text: string, freely?: 'freely'): Question => {
  const words = lexicon.read(text, freely);
  return {
    words,
    asking: askingOf(words.map(({ typed, repaired }) => repaired ?? typed).join(' ')),
    capitals: capitalsIn(text),
  };
};

const capitalsIn = (text: string): ReadonlySet<string> =>
  /\p{Ll}/u.test(text)
    ? new Set(
        [...text.matchAll(/(?<=[\p{L}\p{N},;'’"] ?)(?<=\s)\p{Lu}[\p{L}]+/gu)].flatMap(([word]) =>
          wordsOf(word),
        ),
      )
    : new Set();
