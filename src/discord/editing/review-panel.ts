import type { Proposal } from '../../ledger/proposal.ts';
import type { Recorded } from '../../ledger/revision.ts';
import type { Moderating } from '../moderating.ts';
import { type StepPress, stepPress } from '../press.ts';
import { clip } from '../render/plain.ts';
import { type Block, type Controls, note, type Panel } from '../reply.ts';
import { changeBlocks } from './changes.ts';
import { differences } from './differences.ts';
import type { Working } from './draft-panel.ts';
import { conflictBlocks, problemBlocks } from './problems.ts';

/** Something that is over and done: words, and nothing more to press. */
export const done = (heading: string, words: readonly string[], more: Partial<Panel> = {}): Panel => {
  const [first = '', ...rest] = words;
  return {
    kind: 'panel',
    heading,
    blocks: [note(first), ...rest.map(note)],
    citations: [],
    controls: [],
    again: stepPress('reviews'),
    inPlace: true,
    ...more,
  };
};

const row = (
  ...[first, ...rest]: readonly [readonly [string, StepPress], ...(readonly [string, StepPress])[]]
): Controls => ({
  is: 'buttons',
  buttons: [{ label: first[0], press: first[1] }, ...rest.map(([label, press]) => ({ label, press }))],
});

/** A proposal as a second moderator sees it: the thing itself, who wants it and why, and what to do with it. */
export const reviewPanel = async (
  { desk, story }: Pick<Working, 'desk' | 'story'>,
  proposal: Proposal,
): Promise<Panel> => {
  const number = String(proposal.id);
  const previewed = await desk.previewOf(proposal);
  const { blocks, citations } =
    previewed.is === 'ready'
      ? changeBlocks(previewed.changes, story, previewed.index.story)
      : { blocks: obstacleBlocks(previewed), citations: [] };
  return {
    kind: 'panel',
    heading: `To be reviewed: ${namesOf(proposal)}`,
    blocks: [note(`${proposal.author?.name ?? 'A former moderator'} proposes: ${proposal.why}`), ...blocks],
    citations,
    controls:
      proposal.state === 'open'
        ? [
            row(
              ['Approve', stepPress('approve', number)],
              ['Send back', stepPress('send-back', number)],
              ['Decline', stepPress('decline', number)],
              ['Withdraw', stepPress('withdraw', number)],
            ),
          ]
        : [
            row(
              ['Take it up again', stepPress('take-up', number)],
              ['Withdraw', stepPress('withdraw', number)],
            ),
          ],
    again: stepPress('look', number),
  };
};

export const obstacleBlocks = (
  outcome:
    | Parameters<typeof conflictBlocks>[0]
    | { is: 'problems'; problems: Parameters<typeof problemBlocks>[0] }
    | { is: 'unchanged' },
): readonly Block[] => {
  switch (outcome.is) {
    case 'conflict':
      return conflictBlocks(outcome);
    case 'problems':
      return problemBlocks(outcome.problems);
    case 'unchanged':
      return [note('The record says all of this already.')];
    default:
      return outcome satisfies never;
  }
};

/** As many letters as a heading bears. */
const MOST_NAMED = 120;

export const namesOf = ({ changes }: Pick<Proposal, 'changes'>): string =>
  clip(changes.map(({ entry, id }) => `${entry} ${id}`).join(', '), MOST_NAMED);

/** To its author, and to the moderators' channel: it waits for a second moderator. */
export const proposed = async (working: Working, proposal: Proposal): Promise<Panel> =>
  done(
    'Sent for review',
    [`${namesOf(proposal)}: a second moderator decides. /fact review lists what waits.`],
    {
      controls: [row(['Withdraw', stepPress('withdraw', String(proposal.id))])],
      post: await reviewPanel(working, proposal),
    },
  );

/** It can be asked for from now on. */
export const published = ({ by }: Moderating, revision: Recorded): Panel => {
  const { seq, author, approver } = revision;
  const who = [
    `by ${author ?? 'a former moderator'}`,
    ...(approver === undefined ? [] : [`approved by ${approver}`]),
  ];
  const words = [`Revision ${seq}: ${namesOf(revision)}, ${who.join(', ')}.`, `Why: ${revision.why}`];
  const changes = revision.changes.flatMap((change) => differences(change));
  const receipt = done('Published', words, {
    controls: [row(['Undo', stepPress('undo', String(seq))])],
  });
  return {
    ...receipt,
    blocks: [...receipt.blocks, ...changes],
    post: { ...receipt, heading: `Published by ${by.name}`, blocks: [...receipt.blocks, ...changes] },
  };
};
