import { refuse } from '../../refusal.ts';
import { citeAll } from '../../story/answer.ts';
import type { Fact } from '../../story/model.ts';
import { type Draft, keepDraft } from '../editing/draft.ts';
import { draftPanel } from '../editing/draft-panel.ts';
import { dayOf } from '../editing/fact-steps.ts';
import { factFields } from '../editing/forms.ts';
import { form, line } from '../form.ts';
import { type StepPress, stepPress } from '../press.ts';
import { type Block, note, type Panel } from '../reply.ts';
import type { Step, Stepping } from '../step.ts';
import { back, buttons, dueList, panel, wrongList } from './lists.ts';
import { skipped } from './question-steps.ts';

const NO_FACT = 'There is no such fact any more.';
const A_QUARTER = 90 * 86_400_000;
/** All that the ledger lists. */
const MOST = 50;

export const wrongs: Step = (stepping) => wrongList(stepping, skipped(stepping));
export const due: Step = (stepping) => dueList(stepping, skipped(stepping));

/** What is said of a fact, the fact as readers see it now, and what can be done about it. */
const factPanel = (
  heading: string,
  said: readonly string[],
  fact: Fact | undefined,
  acts: readonly (readonly [string, StepPress])[],
  again: StepPress,
): Panel => {
  const { points, citations } = citeAll(fact === undefined ? [] : [fact], []);
  const blocks = [...said.map(note), ...points.map((point): Block => ({ is: 'point', point }))];
  return { ...panel(heading, blocks, buttons(...acts), again), citations };
};

/** A fact in a wording that members marked wrong: why, and what it says now. */
export const marked: Step = async (stepping) => {
  const { desk, story, values, chosen } = stepping;
  const id = Number(values[0] ?? chosen[0]);
  const wrong =
    (await desk.marks.wrongs(MOST)).find((one) => one.id === id) ??
    refuse('That mark is dealt with already.');
  const fact = story.facts.get(wrong.fact);
  const since =
    fact === undefined
      ? 'The fact is no longer in the record.'
      : wrong.isPresent
        ? 'It says still what it said then:'
        : 'It was changed since, and says now:';
  const said = [
    `Marked wrong ${wrong.count} ×, last on ${wrong.last.slice(0, 10)}.`,
    ...wrong.reasons.map((reason) => `– ${reason}`),
    since,
  ];
  const acts = [
    ...(fact === undefined ? [] : actsOn(fact)),
    ['Dealt with', stepPress('mark-settled', String(id))] as const,
    back('Back', 'wrongs'),
  ];
  return factPanel(`Marked wrong: ${wrong.fact}`, said, fact, acts, stepPress('marked', String(id)));
};

const actsOn = ({ id, retracted }: Fact) => [
  ['Edit', stepPress('edit', id)] as const,
  ...(retracted === undefined ? [['Withdraw the fact', stepPress('retract', id)] as const] : []),
];

export const markSettled: Step = async (stepping) => {
  const { desk, by, key, values } = stepping;
  await desk.marks.settle({ by, key, wrong: Number(values[0]) || 0 });
  return wrongList(stepping);
};

/** A fact whose day of review has come. */
export const dueFact: Step = ({ desk, story, values, chosen }) => {
  const id = values[0] ?? chosen[0] ?? '';
  const fact = story.facts.get(id) ?? refuse(NO_FACT);
  const by = desk.entry('fact', id)?.value.reviewBy ?? 'no day';
  const acts = [['It still holds', stepPress('still', id)] as const, ...actsOn(fact), back('Back', 'due')];
  return factPanel(
    `To be looked at again: ${id}`,
    [`It was to be looked at by ${by}.`],
    fact,
    acts,
    stepPress('due-fact', id),
  );
};

const stillForm = form('It still holds', {
  reviewBy: line({
    label: 'To be looked at again by',
    about: 'A day, as 2018-06-05; empty where never again',
    most: 10,
    required: false,
  }),
  why: factFields.why,
});

export const still: Step = ({ desk, now, values: [id = ''] }) => {
  const { stamp } = desk.entry('fact', id) ?? refuse(NO_FACT);
  return stillForm.open(stepPress('still-so', id, stamp), {
    reviewBy: dayOf(new Date(now().getTime() + A_QUARTER)),
    why: 'Looked at again',
  });
};

export const stillSo: Step = async (stepping: Stepping) => {
  const { desk, values, filled } = stepping;
  const [id = '', seen = ''] = values;
  const { value } = desk.entry('fact', id) ?? refuse(NO_FACT);
  const { reviewBy, why } = stillForm.read(filled);
  const { reviewBy: _, ...rest } = value;
  const after = { ...rest, ...(reviewBy !== '' && { reviewBy }) };
  const draft: Draft = { edits: [{ entry: 'fact', id, after, seen }], why };
  return draftPanel(stepping, await keepDraft(stepping, draft), draft);
};
