import { refuse } from '../../refusal.ts';
import type { Topic } from '../../story/model.ts';
import type { Form } from '../form.ts';
import type { Moderating } from '../moderating.ts';
import { stepPress } from '../press.ts';
import type { Step } from '../step.ts';
import { type Draft, keepDraft } from './draft.ts';
import { draftPanel } from './draft-panel.ts';
import { phrasingForm, topicForm } from './forms.ts';
import { factMenu } from './menus.ts';
import { slug } from './slug.ts';

export const addTopic = (): Form => topicForm.open(stepPress('topic-added'));

/** A new question; the facts that answer it are chosen next. */
export const topicAdded: Step = async (stepping) => {
  const { title, asked, words, why } = topicForm.read(stepping.filled);
  const id = slug(title, (one) => stepping.story.topics.has(one));
  const after = { title, asked: [...asked], facts: [] };
  const draft: Draft = { edits: [{ entry: 'topic', id, after, seen: null }], why };
  const number = await keepDraft(stepping, draft);
  return draftPanel(stepping, number, draft, factMenu(stepping.story, number, draft, words));
};

/** The ways a question is asked, to be changed and added to. */
export const phrase = ({ desk }: Moderating, { id }: Topic): Form => {
  const { value, stamp } = desk.entry('topic', id) ?? refuse('There is no such question any more.');
  return phrasingForm.open(stepPress('phrased', id, stamp), { asked: value.asked });
};

export const phrased: Step = async (stepping) => {
  const [id = '', seen = ''] = stepping.values;
  const { value } = stepping.desk.entry('topic', id) ?? refuse('There is no such question any more.');
  const { asked, why } = phrasingForm.read(stepping.filled);
  const draft: Draft = { edits: [{ entry: 'topic', id, after: { ...value, asked: [...asked] }, seen }], why };
  return draftPanel(stepping, await keepDraft(stepping, draft), draft);
};
