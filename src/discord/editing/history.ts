import type { About } from '../../desk/surface.ts';
import type { Recorded } from '../../ledger/revision.ts';
import { refuse } from '../../refusal.ts';
import { hasSome } from '../../story/model.ts';
import type { Moderating } from '../moderating.ts';
import { stepPress } from '../press.ts';
import { type Block, type Controls, note, type Panel } from '../reply.ts';
import type { Step } from '../step.ts';
import { differences } from './differences.ts';
import { whyForm } from './forms.ts';
import { done, namesOf } from './review-panel.ts';
import { approved } from './review-steps.ts';

/** Whose history: of a fact, of somebody, of the last days, or all of it. */
export type Wanted = {
  readonly fact?: string | undefined;
  readonly person?: string | undefined;
  readonly days?: number | undefined;
};

/** Few enough that their differences stand on one page. */
const A_PAGE = 5;
const A_DAY = 86_400_000;

/** What was changed, newest first, with what was different; `before` is where the page before ended. */
export const historyPanel = async (
  { desk, now }: Pick<Moderating, 'desk' | 'now'>,
  { fact, person, days }: Wanted,
  before?: number,
): Promise<Panel> => {
  const about: About = {
    most: A_PAGE,
    ...(fact !== undefined && { of: { entry: 'fact', id: fact } as const }),
    ...(person !== undefined && { by: person }),
    ...(days !== undefined && { since: new Date(now().getTime() - days * A_DAY) }),
    ...(before !== undefined && { before }),
  };
  const { revisions, next } = await desk.history(about);
  if (!hasSome(revisions)) return done('Nothing was changed', ['The record says what its book says.']);
  const again = (from?: number) =>
    stepPress('history', fact ?? '', person ?? '', String(days ?? ''), String(from ?? ''));
  const [first, ...rest] = revisions.flatMap(revisionBlocks);
  return {
    kind: 'panel',
    heading: fact === undefined ? 'What was changed' : `What was changed: ${fact}`,
    blocks: [first ?? note(''), ...rest],
    citations: [],
    controls: [undoMenu(revisions), ...(next === undefined ? [] : [older(again(next))])],
    again: again(before),
    inPlace: true,
  };
};

const revisionBlocks = (revision: Recorded): Block[] => {
  const { seq, at, author, approver, undoes, why, changes } = revision;
  const who = `${author ?? 'a former moderator'}${approver === undefined ? '' : `, approved by ${approver}`}`;
  const what = undoes === null ? '' : ` · takes back revision ${undoes}`;
  return [
    note(
      `Revision ${seq} · ${at.slice(0, 16).replace('T', ' ')} · ${who} · ${namesOf(revision)}${what} · ${why}`,
    ),
    ...changes.flatMap((change) => differences(change)),
  ];
};

const older = (press: ReturnType<typeof stepPress>): Controls => ({
  is: 'buttons',
  buttons: [{ label: 'Older', press }],
});

const undoMenu = (revisions: readonly [Recorded, ...Recorded[]]): Controls => {
  const option = (one: Recorded) => ({
    label: `Revision ${one.seq}: ${namesOf(one)}`,
    value: String(one.seq),
    about: one.why,
  });
  const [first, ...rest] = revisions;
  return {
    is: 'select',
    hint: 'Undo one of these',
    from: [option(first), ...rest.map(option)],
    chosen: [],
    least: 1,
    most: 1,
    to: stepPress('undo'),
  };
};

const numberIn = (text: string | undefined): number | undefined =>
  /^\d{1,12}$/.test(text ?? '') ? Number(text) : undefined;

export const history: Step = (stepping) => {
  const [fact, person, days, before] = stepping.values;
  return historyPanel(
    stepping,
    { fact: fact || undefined, person: person || undefined, days: numberIn(days) },
    numberIn(before),
  );
};

export const undo: Step = ({ values, chosen }) => {
  const seq = numberIn(chosen[0] ?? values[0]) ?? refuse('There is no such revision.');
  return whyForm.open(stepPress('undone', String(seq)));
};

/** A revision is taken back by a new one. */
export const undone: Step = async (stepping) => {
  const { by, key, desk, values, filled } = stepping;
  const seq = numberIn(values[0]) ?? refuse('There is no such revision.');
  const { why } = whyForm.read(filled);
  const outcome = await desk.undo({ by, key, seq, why });
  const panel =
    outcome.is === 'published'
      ? await approved(stepping, outcome, () => refuse('There is no such proposal.'))
      : done('It cannot be taken back as it is', ['What it changed has been changed again since.']);
  return { ...panel, inPlace: false };
};
