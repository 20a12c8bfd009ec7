import { hasSome } from '../../story/model.ts';
import type { Choosable } from '../form.ts';
import type { Moderating } from '../moderating.ts';
import { type StepPress, stepPress } from '../press.ts';
import { clip } from '../render/plain.ts';
import { type Block, type Controls, note, type Panel } from '../reply.ts';
import type { Stepping } from '../step.ts';

/** Who looks through the work list, and in which story. */
export type Looking = Moderating & Pick<Stepping, 'story' | 'index'>;

/** Few enough that each can be read whole. */
const A_PAGE = 5;
/** More than these of what is marked or due are not counted. */
const MOST = 50;
/** Enough of a text to know it by, in a list. */
const KNOWN_BY = 200;

export const buttons = (...all: readonly (readonly [label: string, press: StepPress])[]): Controls[] => {
  const labelled = all.map(([label, press]) => ({ label, press }));
  return hasSome(labelled) ? [{ is: 'buttons', buttons: labelled }] : [];
};

/** Leads back from whatever was looked at. */
export const back = (label = 'Back to the inbox', step = 'inbox'): readonly [string, StepPress] => [
  label,
  stepPress(step, '0'),
];

export const panel = (
  heading: string,
  [first = note(''), ...rest]: readonly Block[],
  controls: readonly Controls[],
  again: StepPress,
): Panel => ({
  kind: 'panel',
  heading,
  blocks: [first, ...rest],
  citations: [],
  controls,
  again,
  inPlace: true,
});

type Listed = { readonly line: string; readonly option: Choosable };

/** Things of which one can be looked at, a page at a time; `all` may hold one more than the page, if there are more. */
const listPanel = (
  heading: string,
  { step, look, skip, empty }: { step: string; look: string; skip: number; empty: string },
  all: readonly Listed[],
  more: Controls[],
): Panel => {
  const shown = all.slice(0, A_PAGE);
  const from = shown.map(({ option }) => option);
  const turns = [
    ...(skip > 0 ? [['Before these', stepPress(step, String(Math.max(0, skip - A_PAGE)))] as const] : []),
    ...(all.length > A_PAGE ? [['After these', stepPress(step, String(skip + A_PAGE))] as const] : []),
  ];
  const menu: Controls[] = hasSome(from)
    ? [{ is: 'select', hint: 'Look at one', from, chosen: [], least: 1, most: 1, to: stepPress(look) }]
    : [];
  const lines = shown.length === 0 ? [empty] : shown.map(({ line }) => line);
  return panel(
    heading,
    lines.map(note),
    [...menu, ...buttons(...turns), ...more],
    stepPress(step, String(skip)),
  );
};

const dayOf = (at: string): string => at.slice(0, 10);

/** What members asked and the record did not answer, most asked first. */
export const questionList = async ({ desk }: Looking, skip = 0): Promise<Panel> => {
  const questions = await desk.questions.list({ skip, most: A_PAGE + 1 });
  const wrongs = await desk.marks.wrongs(MOST);
  const listed = questions.map(({ id, text, count, last, claimedBy }) => {
    const claim = claimedBy === undefined ? '' : ` · claimed by ${claimedBy.name}`;
    return {
      line: `${count} × · ${text} · last asked ${dayOf(last)}${claim}`,
      option: { label: text, value: String(id), about: `${count} ×${claim}` },
    };
  });
  const others = buttons(
    [`Marked wrong: ${numberOf(wrongs)}`, stepPress('wrongs', '0')],
    [`To be looked at again: ${desk.stale().length}`, stepPress('due', '0')],
  );
  const how = { step: 'inbox', look: 'question', skip, empty: 'No question waits for an answer.' };
  return listPanel('Inbox: questions without an answer', how, listed, others);
};

const numberOf = (all: readonly unknown[]): string =>
  all.length < MOST ? String(all.length) : `${MOST} or more`;

/** What members marked wrong, most often marked first. */
export const wrongList = async ({ desk, story }: Looking, skip = 0): Promise<Panel> => {
  const wrongs = await desk.marks.wrongs(MOST);
  const listed = wrongs.slice(skip, skip + A_PAGE + 1).map(({ id, fact, count, isPresent, reasons }) => ({
    line: `${count} × · ${fact} · ${isPresent ? 'says still what it said' : 'changed since'} · ${clip(reasons.at(-1) ?? 'no reason given', KNOWN_BY)}`,
    option: { label: story.facts.get(fact)?.text ?? fact, value: String(id), about: `${count} × · ${fact}` },
  }));
  const how = { step: 'wrongs', look: 'marked', skip, empty: 'Nothing is marked wrong.' };
  return listPanel('Inbox: marked wrong', how, listed, buttons(back()));
};

/** Facts whose day of review has come, the longest due first. */
export const dueList = ({ desk }: Looking, skip = 0): Panel => {
  const listed = desk
    .stale()
    .slice(skip, skip + A_PAGE + 1)
    .map(({ id, text, reviewBy = '' }) => ({
      line: `${reviewBy} · ${id} · ${clip(text, KNOWN_BY)}`,
      option: { label: text, value: id, about: `due ${reviewBy} · ${id}` },
    }));
  const how = { step: 'due', look: 'due-fact', skip, empty: 'No fact is due to be looked at again.' };
  return listPanel('Inbox: to be looked at again', how, listed, buttons(back()));
};
