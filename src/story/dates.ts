import type { RecordDate } from './model.ts';

export const months =
  'January February March April May June July August September October November December'.split(' ');

/** Whether one date is surely later than another, as far as both are exact. */
export const isLater = (one: RecordDate, other: RecordDate): boolean => {
  const exact = Math.min(one.length, other.length);
  return one.slice(0, exact) > other.slice(0, exact);
};

/** What is known of a date: of `18 June` nobody knows the year, of `2018` not the month. */
export type Parts = {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
};

/** A date in a text, as it stands there. */
export type Written = Parts & { readonly text: string };

const written = new RegExp(`(?:\\b(\\d{1,2}) )?\\b(${months.join('|')})\\b(?: (\\d{4}))?`, 'g');

/** The dates of a text that say more than a month. */
export const datesIn = (text: string): Written[] =>
  [...text.matchAll(written)].flatMap(([all, day, month = '', year]) =>
    day === undefined && year === undefined
      ? []
      : [{ text: all, year: numberOf(year), month: months.indexOf(month) + 1, day: numberOf(day) }],
  );

export const partsOf = (date: RecordDate): Parts => {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
};

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
