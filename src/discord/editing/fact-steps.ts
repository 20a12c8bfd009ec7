import { refuse } from '../../refusal.ts';
import type { Entries } from '../../story/entry.ts';
import type { Fact, Topic } from '../../story/model.ts';
import type { Form } from '../form.ts';
import type { Moderating } from '../moderating.ts';
import { stepPress } from '../press.ts';
import type { Step, Stepping } from '../step.ts';
import { type Draft, keepDraft } from './draft.ts';
import { draftPanel } from './draft-panel.ts';
import { factForm, factKnown, factTyped, retractForm, whyForm } from './forms.ts';
import { evidenceMenu } from './menus.ts';
import { slug } from './slug.ts';

/** Opens the form of a fact, filled with what it says now. What is sent back is told from what was newer by its stamp. */
export const editFact = ({ desk }: Moderating, { id }: Pick<Fact, 'id'>): Form => {
  const seen = entryOf(desk, id);
  return factForm.open(stepPress('edited', id, seen.stamp), factKnown(seen.value));
};

export const addFact = ({ now }: Moderating, topic: Topic): Form =>
  factForm.open(stepPress('added', topic.id), { asOf: dayOf(now()) });

export const retractFact = ({ desk }: Moderating, { id, retracted }: Fact): Form =>
  retracted === undefined
    ? retractForm.open(stepPress('retracted', id, entryOf(desk, id).stamp))
    : refuse('It is withdrawn already. /fact restore brings it back.');

export const restoreFact = ({ desk }: Moderating, { id, retracted }: Fact): Form =>
  retracted === undefined
    ? refuse('It is not withdrawn.')
    : whyForm.open(stepPress('restored', id, entryOf(desk, id).stamp));

const entryOf = (desk: Moderating['desk'], id: string) =>
  desk.entry('fact', id) ?? refuse('There is no such fact any more.');

export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** A fact is edited from what its form showed; where that is no longer so, the stamp tells. */
const changed = async (
  stepping: Stepping,
  why: string,
  after: (before: Entries['fact']) => Entries['fact'],
  menu?: 'retracted',
) => {
  const [id = '', seen = ''] = stepping.values;
  const { value } = entryOf(stepping.desk, id);
  const draft = { edits: [{ entry: 'fact', id, after: after(value), seen }] as const, why };
  const number = await keepDraft(stepping, draft);
  const words = stepping.filled.get('words')?.join(' ') ?? '';
  const found = menu && evidenceMenu(stepping.story, number, draft, menu, words);
  return draftPanel(stepping, number, draft, found);
};

export const edited: Step = (stepping) => {
  const typed = factForm.read(stepping.filled);
  return changed(stepping, typed.why, (before) => factTyped(before, typed));
};

export const retracted: Step = (stepping) => {
  const { because } = retractForm.read(stepping.filled);
  const on = dayOf(stepping.now());
  return changed(
    stepping,
    because,
    (before) => ({ ...before, retracted: { on, because, rests: [] } }),
    'retracted',
  );
};

export const restored: Step = (stepping) =>
  changed(stepping, whyForm.read(stepping.filled).why, ({ retracted: _, ...before }) => before);

/** A new fact goes to the end of the topic that it was written for; its evidence is chosen next. */
export const added: Step = async (stepping) => {
  const { desk, story, filled } = stepping;
  const [topic = ''] = stepping.values;
  const seen = desk.entry('topic', topic) ?? refuse('There is no such question any more.');
  const { why, ...typed } = factForm.read(filled);
  const id = slug(typed.text, (one) => story.facts.has(one));
  const after = factTyped({ text: '', standing: 'stated', asOf: '', rests: [] }, { ...typed, why });
  const draft: Draft = {
    edits: [
      { entry: 'fact', id, after, seen: null },
      {
        entry: 'topic',
        id: topic,
        after: { ...seen.value, facts: [...seen.value.facts, id] },
        seen: seen.stamp,
      },
    ],
    why,
  };
  const number = await keepDraft(stepping, draft);
  return draftPanel(stepping, number, draft, evidenceMenu(story, number, draft, 'rests', ''));
};
