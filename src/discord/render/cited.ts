import type { Citation, Point } from '../../story/answer.ts';
import type { Source, Wording } from '../../story/model.ts';
import { dateWords } from './date.ts';
import { plain } from './plain.ts';

const marksOf = (marks: readonly number[]): string => marks.map((mark) => `[${mark}]`).join('');

/** How sure the record is, in words: nothing is said by a colour or a sign alone. */
const standingOf = ({ fact, against }: Point): string => {
  switch (fact.standing) {
    case 'disputed':
      return `**disputed:** sources disagree, see ${marksOf(against)} against it`;
    case 'contradicted':
      return `**contradicted:** the article says otherwise ${marksOf(against)}`;
    case 'unknown':
      return '**not known:** the record does not settle it';
    case 'stated':
      return 'stated, not independently shown';
    case 'established':
      return 'established';
    default:
      return fact.standing satisfies never;
  }
};

/** A fact with its marks, how sure it is and as of when. */
export const pointText = (point: Point, label?: string): string =>
  `${label === undefined ? '' : `**${plain(label)}** · `}${plain(point.fact.text)} ${marksOf(point.marks)}\n` +
  `-# ${standingOf(point)} · as of ${dateWords(point.fact.asOf)}`;

/** The publisher, and its address with the host in sight: no link hides where it leads. */
export const sourceText = ({ publisher, url, from }: Source): string => {
  const name = plain(publisher) + (from === undefined ? '' : ` (text: ${plain(from)})`);
  return url === undefined ? `${name}, no link known` : `${name}, [${new URL(url).host}](<${url}>)`;
};

/** The receipt: who, where, when, and what was said, in their words or in ours. */
export const citationText = ({ mark, statement }: Citation, detail: 'brief' | 'whole'): string => {
  const { by, on, source, wording } = statement;
  const isLeftOut = detail === 'brief' && wording.as === 'gist';
  const said = isLeftOut ? 'in short: see the sources in full' : saidText(wording);
  return `-# [${mark}] **${plain(by.name)}**, ${dateWords(on)} · ${sourceText(source)}\n-# ${said}`;
};

const trustWords = { strong: 'original or official', good: 'a known outlet', weak: 'a weak source' };

/** A source with all that is known of it. */
export const sourceLine = (source: Source): string => {
  const author = source.author === undefined ? '' : ` by ${plain(source.author)}`;
  return (
    `${plain(source.title)}${author}, ${dateWords(source.date)}\n` +
    `-# ${sourceText(source)} · ${source.kind}, ${trustWords[source.trust]}`
  );
};

/** A statement that stands for itself: who said what, when, and in which source. */
export const statementText = ({ mark, statement }: Citation): string => {
  const { by, on, kind, source, wording } = statement;
  return `[${mark}] **${plain(by.name)}**, ${dateWords(on)}, ${kind} · ${saidText(wording)}\n-# ${sourceText(source)} · ${plain(source.title)}`;
};

const saidText = (wording: Wording): string =>
  wording.as === 'quote'
    ? `in their words: “${plain(wording.text)}” (line ${wording.line})`
    : `in short: ${plain(wording.text)}`;
