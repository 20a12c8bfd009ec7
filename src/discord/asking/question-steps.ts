import { refuse } from '../../refusal.ts';
import { ask } from '../../story/ask.ts';
import { clean } from '../../story/search/clean.ts';
import { sameAs } from '../../story/search/same.ts';
import { wordsOf } from '../../story/search/words.ts';
import { stepPress } from '../press.ts';
import type { Notice } from '../reply.ts';
import { askForm, DAYS_KEPT, LONGEST } from './forms.ts';
import { isPersonal, PERSONAL } from './personal.ts';
import type { ReaderStep } from './reader-step.ts';

/** Opens the form, with the question in it where it is still remembered and whoever presses had asked it. */
export const askModerators: ReaderStep = ({ values: [of = ''], person, recent }) => {
  const question = recent.question(of, person);
  return askForm.open(stepPress('asked-moderators'), {
    tell: 'no',
    ...(question !== undefined && { question: question.slice(0, LONGEST) }),
  });
};

/** Puts a question on the work list; one that the record answers as it is written now is answered instead. */
export const askedModerators: ReaderStep = async ({
  filled,
  index,
  person,
  channel,
  key,
  recent,
  ask: put,
}) => {
  const { question, tell } = askForm.read(filled);
  const text = clean(question).slice(0, LONGEST);
  if (wordsOf(text).length === 0) return refuse('Write a question.');
  if (isPersonal(text)) return refuse(PERSONAL);
  const reply = ask(index, text);
  if (reply.kind === 'answer' || reply.kind === 'several') return reply;
  const wishes = tell === 'yes';
  if (recent.leaves('words', person, key))
    await put({
      text,
      same: sameAs(index, text),
      ...(wishes && { tell: { user: person, channel: channel ?? '' } }),
    });
  return received(text, wishes);
};

const received = (text: string, wishes: boolean): Notice => ({
  kind: 'notice',
  heading: 'The moderators have your question',
  lines: [
    `What they read: ${text}`,
    `It is kept without your name, until ${DAYS_KEPT} days after somebody last asked it.`,
    wishes
      ? 'When it is answered you get one direct message. Until then your Discord id is kept with it; /erase-me takes it out.'
      : 'Nothing is kept of who asked it.',
  ],
});
