import { ComponentType } from 'discord-api-types/v10';
import type { ShownForm, ShownMessage } from '../../src/local/discord/open.ts';
import { textOf } from '../../src/local/markdown.ts';
import { buttonsOf, menuOf, textsOf } from '../../src/local/message.ts';
import type { Expectation } from '../../src/local/script.ts';
import type { Came } from './act.ts';

/** What a reader reads in a message: no markup, white space folded. */
export const read = (message: ShownMessage): string => fold(textsOf(message).map(textOf).join('\n'));

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
const listed = (list: readonly string[]): string => (list.length === 0 ? 'none' : list.join(', '));

/** Every way in which what came is not what was expected, as sentences. `to` is whoever sees it. */
export const misses = (expected: Expectation, came: Came, to: string | undefined): string[] => {
  const text = came.message === undefined ? '' : read(came.message).toLowerCase();
  const holds = (words: string) => text.includes(fold(words).toLowerCase());
  const seen = came.observed;
  const one = (what: keyof Expectation, is: string | undefined): string[] =>
    expected[what] === undefined || expected[what] === is
      ? []
      : [`${what}: expected ${expected[what]}, came ${is ?? 'none'}`];
  const list = (
    what: 'facts' | 'offers' | 'buttons' | 'suggests' | 'lists',
    are: readonly string[] = [],
  ): string[] =>
    isWithin(expected[what], are)
      ? []
      : [`${what}: expected ${listed(expected[what] ?? [])}, came ${listed(are)}`];
  const cited = seen?.citations.map(({ statement }) => statement) ?? [];
  return [
    ...one('to', to),
    ...one('kind', kindOf(came)),
    ...one('topic', seen?.topic),
    ...one('opens', came.form?.title),
    ...list('facts', seen?.facts),
    ...list('offers', seen?.offers),
    ...list('buttons', came.message && buttonsOf(came.message).map(({ label }) => label)),
    ...list('lists', came.message && menuOf(came.message)?.options.map(({ label }) => label)),
    ...holding(expected.holds, came),
    ...list(
      'suggests',
      came.suggestions?.map(({ name }) => name),
    ),
    ...(isAmong(expected.cites, cited)
      ? []
      : [`cites: expected ${listed(expected.cites ?? [])}, came ${listed(cited)}`]),
    ...all(expected.says)
      .filter((words) => !holds(words))
      .map((words) => `says: "${words}" cannot be read in it`),
    ...all(expected.never)
      .filter(holds)
      .map((words) => `never: "${words}" can be read in it`),
    ...(expected.edits === undefined || expected.edits === (came.edited === true)
      ? []
      : [`edits: ${came.edited ? 'a message changed in place' : 'no message changed in place'}`]),
    ...missing(expected.misses, came, holds),
    ...stopping(expected.stopped, came),
  ];
};

const holding = (wanted: Expectation['holds'], { form }: Came): string[] =>
  Object.entries(wanted ?? {}).flatMap(([field, words]) => {
    const held = form === undefined ? undefined : heldIn(form, field);
    return held !== undefined && (words === '' ? held === '' : fold(held).includes(fold(words)))
      ? []
      : [
          `holds: expected "${words}" in ${field}, came ${held === undefined ? 'no such field' : `"${held}"`}`,
        ];
  });

/** What stands in a field of a form before anybody types. */
const heldIn = ({ components }: ShownForm, field: string): string | undefined => {
  const [found] = components.flatMap((one) =>
    one.type === ComponentType.Label && one.component.custom_id === field ? [one.component] : [],
  );
  if (found?.type === ComponentType.TextInput) return found.value ?? '';
  if (found?.type !== ComponentType.StringSelect) return undefined;
  return found.options.flatMap((option) => (option.default ? [option.value] : [])).join(' ');
};

const missing = (word: Expectation['misses'], came: Came, holds: (words: string) => boolean): string[] => {
  if (word === undefined) return [];
  if (kindOf(came) !== 'miss') return [`misses: expected a miss, came ${kindOf(came)}`];
  return word === true || holds(word) ? [] : [`misses: "${word}" is not named`];
};

const stopping = (expected: string | undefined, { stopped }: Came): string[] => {
  if (stopped === undefined)
    return expected === undefined ? [] : [`stopped: it went through, against "${expected}"`];
  if (expected === undefined) return [`it could not be done: ${stopped}`];
  return stopped.includes(expected) ? [] : [`stopped: expected "${expected}", came "${stopped}"`];
};

/** `none` where nothing came at all; a message that the bot did not report keeps its secret. */
export const kindOf = ({ observed, message, form, suggestions }: Came): string =>
  message === undefined && form === undefined && suggestions === undefined
    ? 'none'
    : (observed?.kind ?? 'unreported');

const all = (texts: string | readonly string[] | undefined): readonly string[] =>
  texts === undefined ? [] : typeof texts === 'string' ? [texts] : texts;

const isAmong = (wanted: readonly string[] | undefined, are: readonly string[]): boolean =>
  wanted === undefined || (wanted.length === 0 ? are.length === 0 : wanted.every((one) => are.includes(one)));

/** Whether all that is wanted is there, in that order; an empty wish wants emptiness. */
const isWithin = (wanted: readonly string[] | undefined, are: readonly string[]): boolean => {
  if (wanted === undefined || wanted.length === 0) return wanted === undefined || are.length === 0;
  const left = [...wanted];
  for (const one of are) if (one === left[0]) left.shift();
  return left.length === 0;
};
