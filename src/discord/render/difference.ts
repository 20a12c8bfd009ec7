import { diffWordsWithSpace } from 'diff';
import { clip, plain } from './plain.ts';

/** Longer texts than these are shown one after the other: word by word nobody could read the difference, nor wait for it. */
const LONGEST = 1000;

/** Of either side of a change: both must stand in one message, each letter of it escaped. */
const MOST_SHOWN = 700;

/** A new wording with what is gone struck out and what is new in bold; every letter of either is only a letter. */
export const marked = (before: string, after: string): string => {
  if (before === after) return plain(after);
  if (before.length > LONGEST || after.length > LONGEST) return replaced(before, after);
  return diffWordsWithSpace(before, after)
    .map(({ value, added, removed }) => (removed ? gone(value) : added ? fresh(value) : kept(value)))
    .join('')
    .replaceAll('~~**', '~~ **');
};

/** One text in place of another that it does not reword: the whole of either. */
export const replaced = (before: string, after: string): string => `${gone(before)} ${fresh(after)}`;

/** A change of something that is not a fact: a title, a list of phrasings, an address. */
export const changeText = (change: {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}): string => {
  const [before, after] = [clip(change.before, MOST_SHOWN), clip(change.after, MOST_SHOWN)];
  // Said in a word as well: not everybody sees what is bold or struck out.
  const how = before === '' ? ', new' : after === '' ? ', gone' : '';
  return `**${plain(change.label)}${how}** · ${marked(before, after)}`;
};

/** Markup takes hold only where it touches a letter: the space around a word stays outside of it. */
const around = (value: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(value) ?? [];
  if (words === '') return value;
  return `${before}${sign}${plain(words)}${sign}${after}`;
};

const gone = (value: string): string => around(value, '~~');
const fresh = (value: string): string => around(value, '**');
const kept = (value: string): string => around(value, '');
