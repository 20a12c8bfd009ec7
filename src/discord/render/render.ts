import type { Answer, Choice, Citation, Miss, Point } from '../../story/answer.ts';
import type { Topic } from '../../story/model.ts';
import type { Press } from '../press.ts';
import type { Block, Notice, Page, Reply } from '../reply.ts';
import { pointText, sourceLine, statementText } from './cited.ts';
import { type Button, heading, type Message, message } from './message.ts';
import { type Piece, pack, type Sheet } from './pack.ts';
import { echo, plain } from './plain.ts';

/** What a reply came from, so that its buttons can ask for it again; and whose message it is in. */
export type Origin = Omit<Press, 'page'>;

/** More points than these on one page are a wall. */
const POINTS_A_PAGE = 6;

/** Discord's message for a reply: of a long one the page asked for, or the last where there are not so many. */
export const render = (reply: Reply, origin: Origin, page = 0): Message => {
  switch (reply.kind) {
    case 'answer':
      return answerMessage(reply, origin, page);
    case 'page':
      return pageMessage(reply, origin, page);
    case 'miss':
      return missMessage(reply);
    case 'choice':
      return choiceMessage(reply, origin);
    case 'notice':
      return noticeMessage(reply);
    default:
      return reply satisfies never;
  }
};

/** How many messages an answer takes: what the house rules count. */
export const messagesFor = (reply: Answer): number => answerSheets(reply).sheets.length;

const answerMessage = (reply: Answer, origin: Origin, page: number): Message => {
  const { sheets, detail } = answerSheets(reply);
  const full: Press = { ...origin, manner: 'full', page: 0, owner: '' };
  return leaf(reply.topic.title, sheets, detail, origin, page, [
    reply.topic.next.map(topicButton),
    [{ label: 'Show the sources in full', press: full }],
  ]);
};

/** What was said is shown under each source where that fits in one message, and on request where it does not. */
const answerSheets = ({ points, citations }: Answer) => {
  const pieces = points.map((point) => pointPiece(point, citations));
  const whole = pack(pieces, 'whole');
  const brief = pack(pieces, 'brief');
  return whole.length > 1 && brief.length === 1
    ? { sheets: brief, detail: 'brief' as const }
    : { sheets: whole, detail: 'whole' as const };
};

const pageMessage = (reply: Page, origin: Origin, page: number): Message =>
  leaf(
    reply.heading,
    pack(
      reply.blocks.map((block) => blockPiece(block, reply)),
      'brief',
      POINTS_A_PAGE,
    ),
    'brief',
    origin,
    page,
    [],
  );

const pointPiece = (point: Point, citations: readonly Citation[], label?: string): Piece => ({
  text: pointText(point, label),
  citations: citations.filter(({ mark }) => point.marks.includes(mark) || point.against.includes(mark)),
});

const blockPiece = (block: Block, { citations }: Page): Piece => {
  switch (block.is) {
    case 'note':
      return { text: plain(block.text), citations: [] };
    case 'point':
      return pointPiece(block.point, citations, block.label);
    case 'source':
      return { text: sourceLine(block.source), citations: [] };
    case 'statement':
      return { text: statementText(block.citation), citations: [] };
    default:
      return block satisfies never;
  }
};

const leaf = (
  title: string,
  sheets: readonly Sheet[],
  detail: 'brief' | 'whole',
  origin: Origin,
  asked: number,
  rows: readonly (readonly Button[])[],
): Message => {
  const page = Math.min(asked, sheets.length - 1);
  const { texts, citations } = sheets[page] ?? { texts: [], citations: [] };
  const turn = (to: number): Press => ({ ...origin, page: to });
  const turns: Button[] = [
    ...(page > 0 ? [{ label: 'Previous page', press: turn(page - 1) }] : []),
    ...(page < sheets.length - 1 ? [{ label: 'Next page', press: turn(page + 1) }] : []),
  ];
  return message({
    texts: [heading(title), ...texts],
    citations,
    detail,
    foot: sheets.length > 1 ? `Page ${page + 1} of ${sheets.length}` : undefined,
    rows: [turns, ...rows],
  });
};

const topicButton = (topic: Topic): Button => ({
  label: topic.title,
  press: { manner: 'say', page: 0, owner: '', command: 'ask', values: [topic.id] },
});

const missMessage = ({ foreign, nearest }: Miss): Message =>
  message({
    texts: [
      heading('The record does not answer that'),
      (foreign.length > 0
        ? `Nothing in it speaks of ${foreign.slice(0, 3).map(echo).join(' or ')}. `
        : 'None of its facts says so, and nothing is guessed here. ') +
        (nearest.length > 0 ? 'The nearest questions that it does answer:' : ''),
    ],
    rows: nearest.map((topic) => [topicButton(topic)]),
  });

/** The answer takes the place of the choice, for whoever asked; so it is asked once. */
const choiceMessage = ({ topics }: Choice, { owner }: Origin): Message =>
  message({
    texts: [heading(topics.length > 1 ? 'Which of these do you mean?' : 'Do you mean this?')],
    rows: topics.map((topic) => [
      { label: topic.title, press: { manner: 'say', page: 0, owner, command: 'ask', values: [topic.id] } },
    ]),
  });

const noticeMessage = ({ heading: title, lines }: Notice): Message =>
  message({ texts: [heading(title), lines.map(plain).join('\n')] });
