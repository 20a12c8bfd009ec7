import { refuse } from '../../refusal.ts';
import { settleAnswered } from '../inbox/settle-answered.ts';
import { stepPress } from '../press.ts';
import type { Step, Stepping } from '../step.ts';
import { type Draft, dropDraft, keepDraft, mainEdit, openDraft, rewritten, wanted } from './draft.ts';
import { draftPanel } from './draft-panel.ts';
import {
  evidenceForm,
  factForm,
  factKnown,
  factTyped,
  findSourceForm,
  phrasingForm,
  sourceForm,
} from './forms.ts';
import { evidenceMenu, factMenu, isLeaning, leaning, sourceMenu } from './menus.ts';
import { done, proposed, published } from './review-panel.ts';
import { sourceKnown, sourceTyped } from './source.ts';

const numberOf = ({ values }: Stepping): string => values[0] ?? '';

/** Keeps a draft as it is now, and shows it. */
const kept = async (stepping: Stepping, draft: Draft, finding?: Parameters<typeof draftPanel>[3]) => {
  const number = await keepDraft(stepping, draft, numberOf(stepping));
  return draftPanel(stepping, number, draft, finding);
};

const own = (stepping: Stepping) => openDraft(stepping, numberOf(stepping));

export const draft: Step = async (stepping) => draftPanel(stepping, numberOf(stepping), await own(stepping));

/** Opens the form again, filled with what was typed. */
export const words: Step = async (stepping) => formOf(stepping, await own(stepping), []);

/** The same, from what somebody else has made of the entry meanwhile. */
export const rebase: Step = async (stepping) =>
  formOf(stepping, await own(stepping), stepping.values.slice(1, 2));

const formOf = (stepping: Stepping, draft: Draft, newer: readonly string[]) => {
  const { entry, id } = mainEdit(draft);
  const to = stepPress('reworded', numberOf(stepping), ...newer);
  const { why } = draft;
  const fact = entry === 'fact' ? wanted(draft, 'fact', id) : undefined;
  const topic = entry === 'topic' ? wanted(draft, 'topic', id) : undefined;
  const source = entry === 'source' ? wanted(draft, 'source', id) : undefined;
  if (fact !== undefined) return factForm.open(to, { ...factKnown(fact), why });
  if (topic !== undefined) return phrasingForm.open(to, { asked: topic.asked, why });
  if (source !== undefined) return sourceForm.open(to, sourceKnown(source));
  return refuse('There is nothing in this draft to be worded.');
};

export const reworded: Step = async (stepping) => {
  const draft = await own(stepping);
  const { entry, id } = mainEdit(draft);
  const [, newer] = stepping.values;
  // What somebody else has written in other fields is kept; of a draft's own, what stands in it.
  const base = <K extends 'fact' | 'topic' | 'source'>(kind: K) =>
    (newer === undefined ? wanted(draft, kind, id) : stepping.desk.entry(kind, id)?.value) ??
    refuse('It is not there any more.');
  switch (entry) {
    case 'fact': {
      const typed = factForm.read(stepping.filled);
      const mine = wanted(draft, 'fact', id);
      const after = factTyped(
        { ...base('fact'), ...(mine?.retracted && { retracted: mine.retracted }) },
        typed,
      );
      return kept(stepping, { ...rewritten(draft, 'fact', id, after, newer), why: typed.why });
    }
    case 'topic': {
      const { asked, why } = phrasingForm.read(stepping.filled);
      const after = { ...base('topic'), asked: [...asked] };
      return kept(stepping, { ...rewritten(draft, 'topic', id, after, newer), why });
    }
    case 'source':
      return kept(
        stepping,
        rewritten(draft, 'source', id, sourceTyped(base('source'), sourceForm.read(stepping.filled)), newer),
      );
    default:
      return refuse('There is nothing in this draft to be worded.');
  }
};

export const evidence: Step = (stepping) =>
  evidenceForm.open(stepPress('sought', numberOf(stepping)), { as: 'rests' });

export const sought: Step = async (stepping) => {
  const draft = await own(stepping);
  const { words, as } = evidenceForm.read(stepping.filled);
  const isWithdrawn = wanted(draft, 'fact', mainEdit(draft).id)?.retracted !== undefined;
  const leaningAs = isWithdrawn ? 'retracted' : as;
  const menu = evidenceMenu(stepping.story, numberOf(stepping), draft, leaningAs, words);
  return menu === undefined
    ? refuse('No statement of the record holds these words. “New statement” adds one.')
    : draftPanel(stepping, numberOf(stepping), draft, menu);
};

/** Takes the statements that were chosen: those that were there keep their order, new ones come after. */
export const lean: Step = async (stepping) => {
  const draft = await own(stepping);
  const [number = '', as] = stepping.values;
  const { id } = mainEdit(draft);
  const fact = wanted(draft, 'fact', id);
  if (!isLeaning(as) || fact === undefined) return refuse('This list is too old to choose from.');
  const before = leaning(draft, id, as);
  const chosen = stepping.chosen;
  const after = [
    ...before.filter((one) => chosen.includes(one)),
    ...chosen.filter((one) => !before.includes(one)),
  ];
  const now =
    as === 'retracted'
      ? { ...fact, ...(fact.retracted && { retracted: { ...fact.retracted, rests: after } }) }
      : { ...fact, [as]: after };
  const next = rewritten(draft, 'fact', id, now);
  await keepDraft(stepping, next, number);
  return draftPanel(stepping, number, next);
};

export const topicFacts: Step = async (stepping) => {
  const draft = await own(stepping);
  return draftPanel(
    stepping,
    numberOf(stepping),
    draft,
    factMenu(stepping.story, numberOf(stepping), draft, ''),
  );
};

export const answerBy: Step = async (stepping) => {
  const draft = await own(stepping);
  const { id } = mainEdit(draft);
  const topic = wanted(draft, 'topic', id) ?? refuse('This list is too old to choose from.');
  return kept(stepping, rewritten(draft, 'topic', id, { ...topic, facts: [...stepping.chosen] }));
};

export const findSource: Step = (stepping) =>
  findSourceForm.open(stepPress('source-sought', numberOf(stepping)));

export const sourceSought: Step = async (stepping) => {
  const draft = await own(stepping);
  const { words } = findSourceForm.read(stepping.filled);
  const menu = sourceMenu(stepping.story, numberOf(stepping), draft, words);
  return menu === undefined
    ? refuse('No source of the record is called so. /source add adds one; then come back to this draft.')
    : draftPanel(stepping, numberOf(stepping), draft, menu);
};

/** Sends a draft on: to a second moderator, or into the record where none is asked for. */
export const send: Step = async (stepping) => {
  const number = numberOf(stepping);
  const { edits, why, revises } = await own(stepping);
  const { desk, by, key } = stepping;
  const outcome = await desk.propose({ by, key, edits, why, ...(revises !== undefined && { revises }) });
  switch (outcome.is) {
    case 'proposed':
      await dropDraft(stepping, number);
      return proposed(stepping, outcome.proposal);
    case 'published':
      await dropDraft(stepping, number);
      await settleAnswered(stepping, outcome.revision);
      return published(stepping, outcome.revision);
    default:
      return draftPanel(stepping, number, { edits, why, revises });
  }
};

export const discard: Step = async (stepping) => {
  await dropDraft(stepping, numberOf(stepping));
  return done('Put away', ['Nothing of it was published.']);
};
