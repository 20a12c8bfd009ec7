/** Bounds on what search looks at: a paste of any length costs no more than these. */
const HEAD = 160;
const TAIL = 240;
const WORDS = 60;
const LETTERS = 32;

/** Mentions, custom emoji, time stamps and links: nothing in them is about the story. */
const discordMarkup = /<[@#:/a][^<>]{0,80}>|<t:[^<>]{0,40}>|\bhttps?:\/\/\S+/giu;

/**
 * What a member typed, as far as search will look at it: one line, no markup, no hidden characters, and cut.
 * Of a long text the beginning and the end stay, where a question most often stands.
 */
export const clean = (typed: string): string => {
  const short = typed.length > HEAD + TAIL ? `${typed.slice(0, HEAD)} ${typed.slice(-TAIL)}` : typed;
  return short
    .normalize('NFKC')
    .replace(discordMarkup, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS)
    .map((word) => word.slice(0, LETTERS))
    .join(' ');
};
