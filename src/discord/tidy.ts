/** What cannot be seen, hides text or turns the direction of writing; and letters that nobody has defined. */
const unseen = /[\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/** Typed text as the record may hold it: composed, on one line, without anything that cannot be seen. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();

/** The same of a text with lines of its own; blank ones are left out. */
export const tidyLines = (text: string): string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(tidy)
    .filter((line) => line !== '');
