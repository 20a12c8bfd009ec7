import { stemmer } from 'stemmer';

/** The words of a text as search compares them: small letters, no accents, `keeper's` without its ending. */
export const wordsOf = (text: string): string[] =>
  plain.test(text) ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? []) : carefully(text);

/** Most texts are plain English, and a large story has hundreds of thousands of them. */
const plain = /^[a-z0-9 ,.?!()-]*$/i;

const carefully = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘ʼ](s\b)?/g, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** `phones` and `phone` are one word; so are `sharing` and `share`. English only: other scripts stay as they are. */
export const stem = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);
