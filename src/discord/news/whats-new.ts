import { refuse } from '../../refusal.ts';
import { hasSome, type Story } from '../../story/model.ts';
import type { Option } from '../options.ts';
import { dateWords } from '../render/date.ts';
import { note, type Page } from '../reply.ts';
import { newsOf } from './news.ts';
import { MOST_PAST, type Past } from './past.ts';

/** So many days back, or from a day on. */
export type Since = { readonly days: number } | { readonly day: string };

const A_DAY = 86_400_000;
const MOST_DAYS = 3650;
const USUAL = 7;

/** A day of the calendar, or a number of days; a week where nothing is said. */
export const since = (description: string): Option<Since> => ({
  type: 'text',
  description,
  required: false,
  maxLength: 10,
  read: (typed) => {
    const text = String(typed ?? '').trim();
    if (text === '') return { days: USUAL };
    if (/^\d{1,4}$/.test(text)) return { days: Math.min(MOST_DAYS, Math.max(1, Number(text))) };
    return isDay(text) ? { day: text } : refuse('Write a day as 2031-05-17, or a number of days.');
  },
  idOf: (value) => ('day' in value ? value.day : String(value.days)),
});

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

/** What readers see otherwise than on that day, newest first. */
export const whatsNew = async (story: Story, { today, since }: Past, from: Since): Promise<Page> => {
  const start = 'day' in from ? new Date(from.day) : new Date(today.getTime() - from.days * A_DAY);
  const day = dateWords(start.toISOString().slice(0, 10));
  const revisions = await since(start);
  const { items, citations } = newsOf(revisions, story);
  const blocks = items.flatMap((item) => item.blocks);
  const page = { kind: 'page', heading: `What is new since ${day}`, citations } as const;
  if (!hasSome(blocks)) return { ...page, blocks: [note('Nothing was corrected or added.')] };
  const [first, ...rest] = blocks;
  const end =
    revisions.length < MOST_PAST ? [] : [note(`These are the newest ${MOST_PAST}; there are more.`)];
  return { ...page, blocks: [first, ...rest, ...end] };
};
