import type { Change } from '../../story/entry.ts';
import type { Block } from '../reply.ts';

/** What the fields of entries are called before moderators. */
const labels: Readonly<Record<string, string>> = {
  text: 'What it says',
  standing: 'How sure',
  asOf: 'As of',
  when: 'Happened',
  rests: 'Rests on',
  against: 'Against it',
  reviewBy: 'To be looked at by',
  retracted: 'Withdrawn',
  title: 'Title',
  asked: 'Ways of asking',
  facts: 'Answered by',
  next: 'Asked next',
  publisher: 'Publisher',
  author: 'Author',
  date: 'Date',
  url: 'Address',
  trust: 'Trust',
  from: 'Whose text',
  by: 'Who says it',
  on: 'When',
  quote: 'Word for word',
  gist: 'In short',
  line: 'Line',
  source: 'Source',
  name: 'Name',
  what: 'What it is',
  also: 'Other names',
  kind: 'Kind',
  taken: 'Taken for granted as',
  corrected: 'Corrected by',
};

export const fieldLabel = (field: string): string => labels[field] ?? field;

/** Marks of a text stand for it, and tell nobody anything. */
const unread = 'fingerprint';

/** Every field in which two states of an entry differ, with the difference; those that `leave` names are shown elsewhere. */
export const differences = (
  { before, after }: Pick<Change, 'before' | 'after'>,
  leave: readonly string[] = [],
): Block[] => {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => field !== unread && !leave.includes(field))
    .map((field) => ({ field, ...compared(was[field], is[field]) }))
    .filter((one) => one.before !== one.after)
    .map((one) => ({ is: 'change', label: fieldLabel(one.field), before: one.before, after: one.after }));
};

/** Of lists what is gone and what is new; of lists that only changed their order, the whole of both. */
const compared = (before: unknown, after: unknown) => {
  const [was, is] = [listOf(before), listOf(after)];
  if (was === undefined || is === undefined) return { before: shown(before), after: shown(after) };
  const gone = was.filter((one) => !is.includes(one));
  const fresh = is.filter((one) => !was.includes(one));
  return gone.length + fresh.length > 0
    ? { before: shown(gone), after: shown(fresh) }
    : { before: shown(was), after: shown(is) };
};

const listOf = (value: unknown): readonly unknown[] | undefined =>
  value === undefined ? [] : Array.isArray(value) ? value : undefined;

const fieldsOf = (entry: object | null): Readonly<Record<string, unknown>> => ({ ...entry });

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(String).join(' · ');
  return typeof value === 'object' ? Object.values(value).map(shown).join(' · ') : String(value);
};
