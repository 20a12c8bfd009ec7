import type { Question } from '../../ledger/question.ts';
import { refuse } from '../../refusal.ts';
import { type Draft, keepDraft } from '../editing/draft.ts';
import { draftPanel } from '../editing/draft-panel.ts';
import { form, line } from '../form.ts';
import { stepPress } from '../press.ts';
import type { Panel } from '../reply.ts';
import { note } from '../reply.ts';
import type { Step, Stepping } from '../step.ts';
import { isLedTo, leadsTo } from './leads.ts';
import { back, buttons, panel, questionList } from './lists.ts';
import { phrasing } from './phrasing.ts';
import { questionPanel, topicMenu } from './question-panel.ts';

const GONE = 'That question is no longer on the list.';

const numberIn = (text: string | undefined): number =>
  /^\d{1,12}$/.test(text ?? '') ? Number(text) : refuse(GONE);

/** The question that a control is about: it stood in its id, or was chosen from a list. */
export const questionOf = async ({ desk, values: [id], chosen }: Stepping): Promise<Question> =>
  (await desk.questions.question(numberIn(id ?? chosen[0]))) ?? refuse(GONE);

/** The same, where it still waits for somebody. */
export const waiting = async (stepping: Stepping): Promise<Question> => {
  const question = await questionOf(stepping);
  return question.state === 'open' || question.state === 'claimed'
    ? question
    : refuse('That question is dealt with already.');
};

export const inbox: Step = (stepping) => questionList(stepping, skipped(stepping));

export const skipped = ({ values: [skip = '0'] }: Pick<Stepping, 'values'>): number =>
  /^\d{1,6}$/.test(skip) ? Number(skip) : 0;

export const question: Step = async (stepping) => questionPanel(stepping, await questionOf(stepping));

export const claim: Step = async (stepping) => {
  const { desk, by, key } = stepping;
  const { id } = await waiting(stepping);
  return questionPanel(stepping, await desk.questions.claim({ by, key, question: id }));
};

const seekForm = form('The question that answers it', {
  words: line({ label: 'Words of it', about: 'You choose it next', most: 100 }),
});

export const answeredBy: Step = async (stepping) => {
  const question = await questionOf(stepping);
  return questionPanel(stepping, question, [], topicMenu(stepping, question, question.text));
};

export const seekTopic: Step = ({ values: [id = ''] }) => seekForm.open(stepPress('topic-sought', id));

export const topicSought: Step = async (stepping) => {
  const question = await questionOf(stepping);
  const { words } = seekForm.read(stepping.filled);
  return questionPanel(stepping, question, [], topicMenu(stepping, question, words));
};

/**
 * Proposes to ask a topic in these words as well; not where whoever asks so would be led elsewhere all the same. Where
 * the topic answers it already, the question is settled.
 */
export const answerWith: Step = async (stepping) => {
  const { desk, by, key, index, story, chosen } = stepping;
  const question = await waiting(stepping);
  const { id, text, count } = question;
  const topic = story.topics.get(chosen[0] ?? '') ?? refuse('There is no such question any more.');
  if (isLedTo(index, text, topic.id)) return answered(stepping, question, topic.id);
  const { value, stamp } = desk.entry('topic', topic.id) ?? refuse('There is no such question any more.');
  const after = { ...value, asked: [...value.asked, phrasing(text)] };
  const draft: Draft = {
    edits: [{ entry: 'topic', id: topic.id, after, seen: stamp }],
    why: `Members ask it so (${count} ×)`,
  };
  const previewed = await desk.preview(draft.edits);
  if (previewed.is === 'ready' && !isLedTo(previewed.index, text, topic.id)) {
    const others = leadsTo(previewed.index, text).map(({ title }) => title);
    const where = others.length > 0 ? `answered by: ${others.join(' · ')}` : 'not answered';
    return questionPanel(
      stepping,
      question,
      [
        `Even if “${topic.title}” were asked in these words, whoever asks so would be ${where}. Nothing was changed.`,
      ],
      topicMenu(stepping, question, text),
    );
  }
  await desk.questions.claim({ by, key, question: id });
  return draftPanel(stepping, await keepDraft(stepping, draft), draft);
};

/** Takes a question off the list that is answered by now, after looking once more whether it is. */
export const answeredNow: Step = async (stepping) => {
  const { values, index } = stepping;
  const question = await waiting(stepping);
  const topic = values[1] ?? '';
  return isLedTo(index, question.text, topic)
    ? answered(stepping, question, topic)
    : questionPanel(stepping, question, ['It is not answered any more.']);
};

const answered = async (stepping: Stepping, { id }: Question, topic: string): Promise<Panel> => {
  const { desk, by, key } = stepping;
  const { text } = await desk.questions.settle({ by, key, question: id, as: 'answered', topic });
  return settled(text, 'It is answered. Whoever wanted to be told is told.');
};

const putAway =
  (as: 'outside' | 'dismissed', words: string): Step =>
  async (stepping) => {
    const { desk, by, key } = stepping;
    const { id } = await waiting(stepping);
    const { text } = await desk.questions.settle({ by, key, question: id, as });
    return settled(text, words);
  };

export const outside = putAway('outside', 'It lies outside the story, and is off the list for good.');
export const dismiss = putAway('dismissed', 'It is off the list for good. Nobody is told.');

const settled = (text: string, words: string): Panel =>
  panel('Off the list', [note(text), note(words)], buttons(back()), stepPress('inbox', '0'));
