import type { Finding } from '../find.ts';
import type { Index } from '../search/index.ts';
import type { Word } from '../search/lexicon.ts';
import { stem, wordsOf } from '../search/words.ts';
import { wanted } from './phrases.ts';
import { unspoken } from './unspoken.ts';

/** A rambling question has more words than anybody wants to read about. */
const MOST = 6;
const LONGEST = 120;

/** How a question was read, in sentences: as a whole, and word by word where a word was not taken as it was typed. */
export const wordsRead = (index: Index, finding: Finding): string[] => {
  const { question, readings, decision } = finding;
  const { words, asking, lent } = question;
  const isLent = ({ token }: Word) => lent?.has(token) === true;
  const taken = words.filter((word) => !isLent(word)).flatMap((word) => takenFor(index, word) ?? []);
  const borrowed = words.filter(isLent).map((word) => quoted(shown(index, word)));
  const { foreign } = decision.features;
  const absent = [...new Set([...decision.features.absent, ...unspoken(index, finding)])];
  return [
    ...readings.map(sentence),
    ...(borrowed.length > 0 ? [`Taken over from what was asked before: ${some(borrowed)}.`] : []),
    ...[...new Set(taken)].slice(0, MOST),
    ...(foreign.length > 0 ? [`Outside the story: ${some(foreign.map(quoted))}.`] : []),
    ...(absent.length > 0
      ? [`Known to the record, but not spoken of under the topic: ${some(absent.map(quoted))}.`]
      : []),
    `It asks for ${wanted[asking]}.`,
  ];
};

/** Nothing for a word that was taken as it stands. */
const takenFor = (index: Index, word: Word): string | undefined => {
  const { typed, token, repaired } = word;
  const as = repaired ?? typed;
  const actor = index.lexicon.actorOf(token);
  if (actor !== undefined)
    return wordsOf(actor.name).join(' ') === typed
      ? undefined
      : `${quoted(typed)} was taken for ${actor.name}.`;
  const repair = repaired === undefined ? undefined : `${quoted(typed)} was read as ${quoted(repaired)}`;
  const head = stem(as) === token || as.includes(' ') ? undefined : headOf(index, token);
  if (head !== undefined)
    return repair === undefined
      ? `${quoted(typed)} counts as ${quoted(head)}.`
      : `${repair}, which counts as ${quoted(head)}.`;
  return repair && `${repair}.`;
};

/** A word for what several words count as: its stem alone may be no word. */
const headOf = ({ lexicon }: Index, token: string): string =>
  [...lexicon.vocabulary]
    .filter(([word, other]) => other === token && stem(word) === token)
    .map(([word]) => word)
    .sort((a, b) => a.length - b.length)[0] ?? token;

const sentence = ([first = '', ...rest]: string): string => `${first.toUpperCase()}${rest.join('')}.`;

const shown = ({ lexicon }: Index, { typed, token }: Word): string => lexicon.actorOf(token)?.name ?? typed;

/** A word or a title; of a paste that is one word, the beginning. */
export const quoted = (text: string): string =>
  `"${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}"`;

const some = (all: readonly string[]): string =>
  all.length > MOST ? `${all.slice(0, MOST).join(', ')} and others` : listed(all);

/** `a`, `a and b`, `a, b and c`. */
export const listed = (all: readonly string[], joint = 'and'): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${joint} ${all.at(-1)}`;
