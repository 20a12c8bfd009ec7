import { refuse } from '../../refusal.ts';
import { standings, type Topic } from '../../story/model.ts';
import { type Draft, keepDraft } from '../editing/draft.ts';
import { draftPanel } from '../editing/draft-panel.ts';
import { dayOf } from '../editing/fact-steps.ts';
import { factFields, factTyped } from '../editing/forms.ts';
import { evidenceMenu } from '../editing/menus.ts';
import { slug } from '../editing/slug.ts';
import { form, oneOfThese } from '../form.ts';
import { stepPress } from '../press.ts';
import { limits } from '../render/limits.ts';
import type { Step, Stepping } from '../step.ts';
import { nearestTo } from './leads.ts';
import { phrasing, title } from './phrasing.ts';
import { waiting } from './question-steps.ts';

/** Stands for a question that the record is to answer under a title of its own; no topic has such an id. */
const NEW = 'new question';

const { text, standing, asOf, why } = factFields;

const formWith = (topics: readonly Topic[]) =>
  form('The fact as readers will see it', {
    text,
    standing,
    asOf,
    topic: oneOfThese('It answers', [
      { value: NEW, label: 'A new question: the one that was asked' },
      ...topics.map(({ id, title }) => ({ value: id, label: title, about: id })),
    ]),
    why,
  });

export const writeFact: Step = async (stepping) => {
  const { text, id } = await waiting(stepping);
  const topics = nearestTo(stepping.index, text).slice(0, limits.selectOptions - 1);
  return formWith(topics).open(stepPress('fact-written', String(id)), {
    asOf: dayOf(stepping.now()),
    standing: standings[1],
    topic: NEW,
    why: `Members asked: ${text}`.slice(0, 200),
  });
};

/** A new fact under the question that was asked, or under one that is there and is asked in these words from then on. */
export const factWritten: Step = async (stepping) => {
  const { desk, by, key, story, filled } = stepping;
  const question = await waiting(stepping);
  const { topic, why, ...typed } = formWith([...story.topics.values()]).read(filled);
  const id = slug(typed.text, (one) => story.facts.has(one));
  const after = factTyped({ text: '', standing: 'stated', asOf: '', rests: [] }, { ...typed, when: '', why });
  const draft: Draft = {
    edits: [{ entry: 'fact', id, after, seen: null }, topicEdit(stepping, topic, question.text, id)],
    why,
  };
  await desk.questions.claim({ by, key, question: question.id });
  const number = await keepDraft(stepping, draft);
  return draftPanel(stepping, number, draft, evidenceMenu(story, number, draft, 'rests', ''));
};

const topicEdit = (
  { desk, story }: Stepping,
  topic: string,
  text: string,
  fact: string,
): Draft['edits'][number] => {
  const asked = phrasing(text);
  if (topic === NEW) {
    const id = slug(text, (one) => story.topics.has(one)).slice(0, 36);
    return { entry: 'topic', id, after: { title: title(text), asked: [asked], facts: [fact] }, seen: null };
  }
  const { value, stamp } = desk.entry('topic', topic) ?? refuse('There is no such question any more.');
  return {
    entry: 'topic',
    id: topic,
    after: {
      ...value,
      asked: [...new Set([...value.asked, asked])],
      facts: [...value.facts, fact],
    },
    seen: stamp,
  };
};
