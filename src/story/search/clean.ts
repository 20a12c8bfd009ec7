import unhomoglyph from 'unhomoglyph';

/** Bounds on what search looks at: a paste of any length costs no more than these. */
const HEAD = { characters: 110, words: 16 };
const TAIL = { characters: 220, words: 32 };
const LETTERS = 32;

/** Mentions, custom emoji, time stamps and links: nothing in them is about the story. */
const discordMarkup = /<[@#:/a][^<>]{0,80}>|<t:[^<>]{0,40}>|\bhttps?:\/\/\S+/giu;

/**
 * What a member typed, as far as search will look at it: one line, no markup, no hidden characters, and cut.
 * Of a long text the beginning and the end stay, where a question most often stands.
 */
export const clean = (typed: string): string => {
  const isLong = typed.length > HEAD.characters + TAIL.characters;
  const short = isLong ? `${typed.slice(0, HEAD.characters)} ${typed.slice(-TAIL.characters)}` : typed;
  const words = short
    .normalize('NFKC')
    .replace(discordMarkup, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '');
  const isWordy = words.length > HEAD.words + TAIL.words;
  return (isWordy ? [...words.slice(0, HEAD.words), ...words.slice(-TAIL.words)] : words)
    .map((word) => latin(word.slice(0, LETTERS).replace(/[\uD800-\uDBFF]$/, '')))
    .join(' ');
};

/** A word in letters that only look Latin, and the signs that stand for letters within a word: `fаcebook`, `f@cebook`. */
const latin = (word: string): string => {
  const spelt = word.replace(/(?<=\p{L})@(?=\p{L})/gu, 'a').replace(/\$(?=\p{L})/gu, 's');
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(spelt)) return spelt;
  const looks = unhomoglyph(spelt);
  return /^[\x20-\x7e]+$/.test(looks) ? looks : spelt;
};
