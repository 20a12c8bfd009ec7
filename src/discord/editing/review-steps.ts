import type { Approved } from '../../desk/outcome.ts';
import type { Proposal } from '../../ledger/proposal.ts';
import { refuse } from '../../refusal.ts';
import { isSame } from '../../story/entry.ts';
import { hasSome } from '../../story/model.ts';
import { settleAnswered } from '../inbox/settle-answered.ts';
import { stepPress } from '../press.ts';
import { note, type Panel } from '../reply.ts';
import type { Step, Stepping } from '../step.ts';
import { type Draft, keepDraft } from './draft.ts';
import { draftPanel, type Working } from './draft-panel.ts';
import { wordForm } from './forms.ts';
import { done, namesOf, obstacleBlocks, published, reviewPanel } from './review-panel.ts';

const NOT_THERE = 'There is no such proposal.';

const numberOf = ({ values }: Stepping): number =>
  /^\d{1,12}$/.test(values[0] ?? '') ? Number(values[0]) : refuse(NOT_THERE);

const proposalOf = async (stepping: Stepping): Promise<Proposal> =>
  (await stepping.desk.proposal(numberOf(stepping))) ?? refuse(NOT_THERE);

export const look: Step = async (stepping) => {
  const number = stepping.chosen[0] ?? stepping.values[0];
  return reviewPanel(
    stepping,
    await proposalOf({ ...stepping, values: number === undefined ? [] : [number] }),
  );
};

/** Everything that waits for somebody, oldest first. */
export const reviews = async ({ desk }: Pick<Working, 'desk'>): Promise<Panel> => {
  const waiting = await desk.proposals();
  if (!hasSome(waiting))
    return done('Nothing waits for review', ['Corrections that are proposed wait here.']);
  const [first, ...rest] = waiting.map((one) => ({
    label: namesOf(one),
    value: String(one.id),
    about: `${one.author?.name ?? 'a former moderator'}: ${one.why}`,
  }));
  return done(
    'What waits for review',
    waiting.map(
      (one) => `${one.id} · ${namesOf(one)} · ${one.author?.name ?? 'a former moderator'}: ${one.why}`,
    ),
    {
      controls:
        first === undefined
          ? []
          : [
              {
                is: 'select',
                hint: 'Look at one',
                from: [first, ...rest],
                chosen: [],
                least: 1,
                most: 1,
                to: stepPress('look'),
              },
            ],
    },
  );
};

export const approve: Step = async (stepping) => {
  const { by, key, desk } = stepping;
  const proposal = numberOf(stepping);
  return approved(stepping, await desk.approve({ by, key, proposal }), () => proposalOf(stepping));
};

/** What came of an approval, or of taking something back. The proposal that cannot be published stays as it was. */
export const approved = async (
  stepping: Stepping,
  outcome: Approved,
  proposal: () => Promise<Proposal>,
): Promise<Panel> => {
  if (outcome.is === 'published') {
    await settleAnswered(stepping, outcome.revision);
    const { post: _, ...receipt } = published(stepping, outcome.revision);
    return receipt;
  }
  const panel = await reviewPanel(stepping, await proposal());
  const [first, ...rest] = [note('It cannot be published as it is.'), ...obstacleBlocks(outcome)];
  return { ...panel, blocks: [first ?? note(''), ...rest], citations: [], inPlace: false };
};

export const sendBack: Step = (stepping) => wordForm.open(stepPress('sent-back', String(numberOf(stepping))));

export const decline: Step = (stepping) => wordForm.open(stepPress('declined', String(numberOf(stepping))));

export const sentBack: Step = async (stepping) => {
  const { by, key, desk, filled } = stepping;
  const { word } = wordForm.read(filled);
  const { proposal } = await desk.sendBack({ by, key, proposal: numberOf(stepping), word });
  const panel = await reviewPanel(stepping, proposal);
  const [first, ...rest] = [note(`${by.name} sends it back: ${word}`), ...panel.blocks];
  return {
    ...panel,
    heading: `Sent back: ${namesOf(proposal)}`,
    blocks: [first ?? note(''), ...rest],
    inPlace: true,
  };
};

export const declined: Step = async (stepping) => {
  const { by, key, desk, filled } = stepping;
  const { word } = wordForm.read(filled);
  const { proposal } = await desk.decline({ by, key, proposal: numberOf(stepping), word });
  return done(`Declined: ${namesOf(proposal)}`, [`${by.name} declines it: ${word}`]);
};

export const withdraw: Step = async (stepping) => {
  const { by, key, desk } = stepping;
  const { proposal } = await desk.withdraw({ by, key, proposal: numberOf(stepping) });
  return done(`Withdrawn: ${namesOf(proposal)}`, [`${by.name} takes it back.`]);
};

/** A proposal that came back is a draft again, for its author alone; what was newer than it will show. */
export const takeUp: Step = async (stepping) => {
  const { desk, by } = stepping;
  const proposal = await proposalOf(stepping);
  if (proposal.author?.id !== by.id) return refuse('Only its author takes a proposal up again.');
  const edits = proposal.changes.map(({ entry, id, before, after }) => {
    const now = desk.entry(entry, id);
    const isAsBefore = isSame(now?.value ?? null, before);
    // The stamp of what it builds on, where that is still what the record says; otherwise one that nothing has.
    return { entry, id, after, seen: before === null ? null : isAsBefore ? (now?.stamp ?? null) : 'older' };
  }) as unknown as Draft['edits'];
  const draft = { edits, why: proposal.why, revises: proposal.id };
  const panel = await draftPanel(stepping, await keepDraft(stepping, draft), draft);
  return { ...panel, inPlace: false };
};
