import type { RecordDate } from '../../story/model.ts';

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `2018-06-05` as `5 June 2018`, `2018-06` as `June 2018`: as exact as the record, and no more. */
export const dateWords = (date: RecordDate): string => {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthName.format(new Date(`${year}-${month}-01`));
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
};
