import type { Entries } from '../../story/entry.ts';
import type { sourceForm } from './forms.ts';

type Source = Entries['source'];

/** What was typed of a source. */
export type SourceTyped = ReturnType<typeof sourceForm.read>;

/** What stands in the form of a source that was typed before. */
export const sourceKnown = ({ publisher, title, date, url = '', kind }: Source) => ({
  publisher,
  title,
  date,
  url,
  kind,
});

/** A source with what was typed in the form in place of what it said; all else stays. */
export const sourceTyped = (before: Source, { url, ...typed }: SourceTyped): Source => {
  const { url: _, ...rest } = before;
  return { ...rest, ...typed, ...(url !== '' && { url }) };
};
