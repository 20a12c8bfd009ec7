import { refuse } from '../refusal.ts';

const LONGEST = 300;

/** What a moderator says to others: why, or what is to be done. Refuses nothing at all, and a speech. */
export const words = (text: string, what: string): string => {
  const tidy = text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  if (tidy === '') return refuse(`Say ${what}, in a few words.`);
  return tidy.length > LONGEST ? refuse(`Say ${what} in at most ${LONGEST} characters.`) : tidy;
};
