/** Signs that Discord reads as markup wherever they stand, and the `@`, `<` and `#` with which mentions begin. */
const signs = /[\\*_~`|[\]<>#@]/g;

/** Invites are found by their address alone, without a scheme. */
const invites = /\b(discord(?:app)?)\.(?=gg|com|me|io)/gi;

/**
 * Text as Discord will show it: letter by letter. It cannot ping, link, format, begin a list or a heading, turn
 * the direction of writing or hide anything. Discord's own `escapeMarkdown` lets most of these pass.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .trim()
    .replace(signs, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(invites, '$1\\.')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** A member's word shown back: in a code span, where nothing is markup, on one line and short. */
export const echo = (typed: string): string => echoUpTo(32, typed);

/** The same of more words than one. */
export const echoUpTo = (most: number, typed: string): string => {
  const word = typed
    .normalize('NFC')
    .replace(/[\p{C}\u2028\u2029\s]+/gu, ' ')
    .replaceAll('`', 'ʼ')
    .trim()
    .slice(0, most);
  return `\`${word || ' '}\``;
};

/** Cut to Discord's limit, with a sign that it was cut. Counts UTF-16 units, as Discord's own clients do. */
export const clip = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
};
