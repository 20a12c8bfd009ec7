import type { Answer, Choice, Citation, Miss, Point, Several } from '../../story/answer.ts';
import type { NonEmpty, Topic } from '../../story/model.ts';
import type { Form } from '../form.ts';
import type { Press } from '../press.ts';
import type { Block, Notice, Page, Panel, Reply } from '../reply.ts';
import { citationText, type Detail, type Marked, pointText, sourceLine, statementText } from './cited.ts';
import { changeText } from './difference.ts';
import { type Button, type Content, heading, type Menu, type Message, message } from './message.ts';
import { type Piece, pack, type Sheet } from './pack.ts';
import { echo, plain } from './plain.ts';

/** What a reply came from, so that its buttons can ask for it again; and whose message it is in. */
export type Origin = Omit<Press, 'page'>;

/** What readers can do under a reply besides reading on, and what they should know before they do. */
export type Below = { readonly note?: string; readonly buttons: NonEmpty<Button> };

/** Lines of a notice that stay together. */
const LINES_A_PIECE = 5;

/** More points than these on one page are a wall. */
const POINTS_A_PAGE = 6;

/** Discord's message for a reply: of a long one the page asked for, or the last where there are not so many. */
export const render = (reply: Exclude<Reply, Form>, origin: Origin, page = 0, below?: Below): Message => {
  switch (reply.kind) {
    case 'answer':
      return answerMessage(reply, origin, page, below);
    case 'several':
      return severalMessage(reply, origin, page);
    case 'page':
      return pageMessage(reply, origin, page);
    case 'miss':
      return missMessage(reply, below);
    case 'choice':
      return choiceMessage(reply, origin);
    case 'notice':
      return noticeMessage(reply, origin, page);
    case 'panel':
      return panelMessage(reply, page);
    default:
      return reply satisfies never;
  }
};

/** How many messages an answer takes: what the house rules count. */
export const messagesFor = (reply: Answer): number => answerSheets(reply).length;

const answerMessage = (reply: Answer, origin: Origin, page: number, below?: Below): Message => {
  const full: Press = { ...origin, manner: 'full', page: 0, owner: '' };
  return leaf(reply.title, answerSheets(reply), origin, page, [
    reply.topic.next.map(topicButton),
    [{ label: 'Show the sources in full', press: full }, ...(below?.buttons ?? [])],
  ]);
};

const severalMessage = ({ answers, citations }: Several, origin: Origin, page: number): Message => {
  const full: Press = { ...origin, manner: 'full', page: 0, owner: '' };
  const pieces = answers.flatMap((reply) =>
    answerPieces(reply, citations, 'brief').map((piece, i) =>
      i === 0 ? { ...piece, text: `**${plain(reply.title)}**\n${piece.text}` } : piece,
    ),
  );
  return leaf('Two questions, two answers', languageFirst(answers[0], pack(pieces)), origin, page, [
    answers.map(({ topic }) => topicButton(topic)),
    [{ label: 'Show the sources in full', press: full }],
  ]);
};

/** What the question wrongly takes for granted comes first. */
const answerPieces = (
  { corrected, points }: Answer,
  citations: readonly Citation[],
  detail: Detail,
): Piece[] => [
  ...corrected.map((point) => pointPiece(point, citations, detail, { label: 'First, a correction' })),
  ...points.map((point) => pointPiece(point, citations, detail)),
];

/** Over what is said in English to somebody who asked in another language: a line in their own. */
const languageFirst = ({ language }: Answer, [first, ...rest]: NonEmpty<Sheet>): NonEmpty<Sheet> =>
  language === undefined
    ? [first, ...rest]
    : [{ ...first, texts: [plain(language.answered), ...first.texts] }, ...rest];

/** What was said is shown under each source where all fits in one message, and on request where it does not. */
const answerSheets = (reply: Answer): NonEmpty<Sheet> => {
  const sheets = (detail: Detail) => languageFirst(reply, pack(answerPieces(reply, reply.citations, detail)));
  const whole = sheets('whole');
  const brief = sheets('brief');
  return brief.length < whole.length ? brief : whole;
};

const pageMessage = (reply: Page, origin: Origin, page: number): Message => {
  const pieces = reply.blocks.map((block) => blockPiece(block, reply));
  return leaf(reply.heading, pack(pieces, POINTS_A_PAGE), origin, page, []);
};

/** Buttons and a select as they stand on every page of a panel. */
export const panelMessage = ({ heading, blocks, citations, controls, again }: Panel, page = 0): Message => {
  const pieces = blocks.map((block) => blockPiece(block, { citations }));
  const menu = controls.find((one): one is Menu => one.is === 'select');
  const rows = controls.flatMap((one) => (one.is === 'buttons' ? [one.buttons] : []));
  return leaf(heading, pack(pieces, POINTS_A_PAGE), again, page, rows, menu);
};

/** Something said unasked, which has no pages to turn; nothing where one message cannot hold it. */
export const postMessage = (
  { heading, blocks, citations }: Pick<Page, 'heading' | 'citations'> & { readonly blocks: readonly Block[] },
  foot?: string,
): Message | undefined => {
  const [sheet, ...more] = pack(blocks.map((block) => blockPiece(block, { citations })));
  return more.length > 0 ? undefined : sheetMessage(heading, sheet, foot);
};

const pointPiece = (
  point: Point,
  citations: readonly Citation[],
  detail: Detail,
  marked: Marked = {},
): Piece => ({
  text: pointText(point, marked),
  receipts: citations
    .filter(({ mark }) => point.marks.includes(mark) || point.against.includes(mark))
    .map((citation) => ({ mark: citation.mark, text: citationText(citation, detail) })),
});

const blockPiece = (block: Block, { citations }: Pick<Page, 'citations'>): Piece => {
  switch (block.is) {
    case 'note':
      return { text: plain(block.text), receipts: [] };
    case 'point':
      return pointPiece(block.point, citations, 'whole', block);
    case 'change':
      return { text: changeText(block), receipts: [] };
    case 'source':
      return { text: sourceLine(block.source), receipts: [] };
    case 'statement':
      return { text: statementText(block.citation), receipts: [] };
    default:
      return block satisfies never;
  }
};

const leaf = (
  title: string,
  sheets: NonEmpty<Sheet>,
  origin: Origin,
  asked: number,
  rows: readonly (readonly Button[])[],
  menu?: Menu,
): Message => {
  const page = Math.min(asked, sheets.length - 1);
  const sheet = sheets[page] ?? sheets[0];
  const turn = (to: number, label: string): Button => ({ label, press: { ...origin, page: to } });
  const turns = [
    ...(page > 0 ? [turn(page - 1, 'Previous page')] : []),
    ...(page < sheets.length - 1 ? [turn(page + 1, 'Next page')] : []),
  ];
  return sheetMessage(title, sheet, sheets.length > 1 ? `Page ${page + 1} of ${sheets.length}` : undefined, {
    rows: [turns, ...rows],
    menu,
  });
};

const sheetMessage = (
  title: string,
  { texts, receipts }: Sheet,
  foot: string | undefined,
  more: Pick<Content, 'rows' | 'menu'> = {},
): Message =>
  message({
    texts: [heading(title), ...texts],
    receipts: receipts.map(({ text }) => text),
    foot,
    ...more,
  });

const topicButton = (topic: Topic): Button => ({
  label: topic.title,
  press: { manner: 'say', page: 0, owner: '', command: 'ask', values: [topic.id] },
});

const missMessage = ({ foreign, absent, nearest, language }: Miss, below?: Below): Message =>
  message({
    texts: [
      heading('The record does not answer that'),
      ...(language === undefined ? [] : [plain(language.missed)]),
      missWords(foreign, absent) + (nearest.length > 0 ? ' The nearest questions that it does answer:' : ''),
    ],
    foot: below?.note,
    rows: [...nearest.map((topic) => [topicButton(topic)]), below?.buttons ?? []],
  });

const missWords = (foreign: readonly string[], absent: readonly string[]): string => {
  const echoed = (words: readonly string[]) => words.slice(0, 3).map(echo).join(' or ');
  if (foreign.length > 0) return `None of its facts speaks of ${echoed(foreign)}.`;
  if (absent.length > 0) return `It speaks of ${echoed(absent)}, but does not say that.`;
  return 'None of its facts says so, and nothing is guessed here.';
};

/** The answer takes the place of the choice, for whoever asked; so it is asked once. */
const choiceMessage = ({ topics, language }: Choice, { owner }: Origin): Message =>
  message({
    texts: [
      heading(topics.length > 1 ? 'Which of these do you mean?' : 'Do you mean this?'),
      ...(language === undefined ? [] : [plain(language.answered)]),
      'Your words come near, but not near enough to be sure.',
    ],
    rows: topics.map((topic) => [
      { label: topic.title, press: { manner: 'say', page: 0, owner, command: 'ask', values: [topic.id] } },
    ]),
  });

const noticeMessage = ({ heading: title, lines }: Notice, origin: Origin, page: number): Message => {
  const groups = Array.from({ length: Math.ceil(lines.length / LINES_A_PIECE) }, (_, i) =>
    lines
      .slice(i * LINES_A_PIECE, (i + 1) * LINES_A_PIECE)
      .map(plain)
      .join('\n'),
  );
  return leaf(title, pack(groups.map((text) => ({ text, receipts: [] }))), origin, page, []);
};
