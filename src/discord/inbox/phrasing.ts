/** Discord's and the record's own limit on a way of asking, and on a title. */
const LONGEST = 100;

const cut = (text: string): string =>
  text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/\s+\S*$/, '');

/** A question as the record writes a way of asking: small letters, nothing at its end, cut between words. */
export const phrasing = (text: string): string =>
  cut(text.toLowerCase()).replace(/[\s\p{P}]+$/u, '') || text.slice(0, LONGEST);

/** A question as a title of its own. */
export const title = (text: string): string => {
  const words = cut(text.slice(0, LONGEST - 1)).replace(/[\s\p{P}]+$/u, '');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}?`;
};
