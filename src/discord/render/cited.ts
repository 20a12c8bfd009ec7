import type { Citation, Point } from '../../story/answer.ts';
import type { Fact, Source, Statement, Wording } from '../../story/model.ts';
import { dateWords } from './date.ts';
import { marked, replaced } from './difference.ts';
import { plain } from './plain.ts';

/** `whole` says what each source said; `brief` only where it was word for word, and leaves our summaries out. */
export type Detail = 'brief' | 'whole';

const marksOf = (marks: readonly number[]): string => marks.map((mark) => `[${mark}]`).join('');

/** How sure the record is, in words: nothing is said by a colour or a sign alone. */
const standingOf = ({ fact, against }: Point): string => {
  if (fact.retracted !== undefined) return 'withdrawn: it is no longer told as a fact';
  switch (fact.standing) {
    case 'disputed':
      return `**disputed:** sources disagree; against it ${marksOf(against)}`;
    case 'contradicted':
      return `**contradicted:** the article says otherwise ${marksOf(against)}`;
    case 'unknown':
      return '**not known:** the record does not settle it';
    case 'stated':
      return 'stated, not shown independently';
    case 'established':
      return 'established';
    default:
      return fact.standing satisfies never;
  }
};

/** What is told in a fact's place: that it was withdrawn, once it was; what it said is not repeated. */
const toldOf = ({ text, retracted }: Fact): string =>
  retracted === undefined ? text : `Withdrawn on ${dateWords(retracted.on)}: because ${retracted.because}`;

/** What is shown with a fact: a label over it, and what has changed since `before`. */
export type Marked = { readonly label?: string; readonly before?: Fact };

/** A fact with its marks, how sure it is and as of when. */
export const pointText = (point: Point, { label, before }: Marked = {}): string => {
  const { fact, marks } = point;
  const isReplaced = (before?.retracted === undefined) !== (fact.retracted === undefined);
  const difference = isReplaced ? replaced : marked;
  const text = before === undefined ? plain(toldOf(fact)) : difference(toldOf(before), toldOf(fact));
  const sure = standingOf(point);
  const was = before === undefined || before.standing === fact.standing ? '' : `~~${before.standing}~~ `;
  const asOf =
    before === undefined || before.asOf === fact.asOf
      ? dateWords(fact.asOf)
      : `~~${dateWords(before.asOf)}~~ **${dateWords(fact.asOf)}**`;
  return (
    `${label === undefined ? '' : `**${plain(label)}** · `}${text} ${marksOf(marks)}\n` +
    `-# ${was}${sure} · as of ${asOf}`
  );
};

/** The receipt: who, when, where, and what was said, in their words or in ours. */
export const citationText = ({ mark, statement }: Citation, detail: Detail): string => {
  const head = `-# [${mark}] ${speakerAndDate(statement)} · ${placeOf(statement)}`;
  const isShown = detail === 'whole' || statement.wording.as === 'quote';
  return isShown ? `${head}\n-# ${saidText(statement)}` : head;
};

/** A statement that stands for itself, with all that is known of its source. */
export const statementText = ({ mark, statement }: Citation): string =>
  `[${mark}] ${speakerAndDate(statement)}, ${statement.kind} · ${saidText(statement)}\n` +
  `-# ${sourceDetails(statement.source, placeOf(statement))}`;

/** A source with all that is known of it. */
export const sourceLine = (source: Source): string =>
  `**${plain(source.publisher)}**\n-# ${sourceDetails(source, addressOf(source))}`;

const speakerAndDate = ({ by, on }: Statement): string => `**${plain(by.name)}**, ${dateWords(on)}`;

/** The publisher and its address, unless the publisher was just named as the speaker, or is called like its address. */
const placeOf = ({ by, source }: Statement): string => {
  const isNamed =
    by.name === source.publisher ||
    (source.url !== undefined && hostOf(source.url) === source.publisher.toLowerCase());
  return isNamed ? addressOf(source) : `${plain(source.publisher)}, ${addressOf(source)}`;
};

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** Its address with the host in sight: no link hides where it leads. */
const addressOf = ({ url, from }: Source): string => {
  const text = from === undefined ? '' : ` (text: ${plain(from)})`;
  return `${url === undefined ? 'no link known' : `[${new URL(url).host}](<${url}>)`}${text}`;
};

const trustWords = { strong: 'original or official', good: 'a known outlet', weak: 'a weak source' };

const sourceDetails = ({ title, author, date, kind, trust }: Source, place: string): string => {
  const by = author === undefined ? '' : ` by ${plain(author)}`;
  return `${plain(title)}${by}, ${dateWords(date)} · ${kind}, ${trustWords[trust]} · ${place}`;
};

/** Where the words can be found: the line that our marks of the text show, or the day on which a moderator read them there. */
const foundAt = ({ line, read }: Wording & { as: 'quote' }): string =>
  line === undefined ? `read there on ${dateWords(read ?? '')}` : `line ${line}`;

/** Of somebody's words that another prints we have checked the print: whether they were said so is the printer's word. */
const saidText = ({ by, source, wording }: Statement): string => {
  if (wording.as === 'gist') return `in short: ${plain(wording.text)}`;
  const print = by.name === source.publisher ? '' : ', as printed there';
  return `in their words${print}: “${plain(wording.text)}” (${foundAt(wording)})`;
};
