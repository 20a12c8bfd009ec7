import { wordsOf } from '../../story/search/words.ts';

const LONGEST = 40;
const little = new Set(
  'a an and as at by did do does for from had has have he how in is it its of on or she that the their they to was were what when where which who why with'.split(
    ' ',
  ),
);

/** A name for something new, from its first telling words; another one where that is taken. */
export const slug = (text: string, isTaken: (id: string) => boolean): string => {
  const words = wordsOf(text)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  const telling = words.filter((word) => !little.has(word));
  const whole = (telling.length > 0 ? telling : words).slice(0, 5).join('-') || 'new';
  const name = (number: number): string => {
    const end = number === 1 ? '' : `-${number}`;
    const cut = whole.slice(0, LONGEST - end.length).replace(/-+$/, '');
    return isTaken(cut + end) ? name(number + 1) : cut + end;
  };
  return name(1);
};
