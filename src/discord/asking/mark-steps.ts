import { refuse } from '../../refusal.ts';
import { stepPress } from '../press.ts';
import type { Notice } from '../reply.ts';
import { tidy } from '../tidy.ts';
import { wrongForm } from './forms.ts';
import { isPersonal, PERSONAL } from './personal.ts';
import type { Leaving, ReaderStep } from './reader-step.ts';

/** The fact of the button, where it still says what whoever presses has read. */
const factRead = ({ values: [id = '', stamp], entry }: Leaving): string => {
  const seen = entry('fact', id) ?? refuse('This fact is no longer in the record.');
  return seen.stamp === stamp
    ? id
    : refuse('This was changed after you were shown it. Ask again to see what it says now.');
};

export const helpful: ReaderStep = async (leaving) => {
  const fact = factRead(leaving);
  const { person, recent, marks } = leaving;
  if (recent.leaves('nods', person, leaving.values.join(' '))) await marks.helpful(fact);
  return thanks('It is counted, and nothing is kept of who said so.');
};

export const wrong: ReaderStep = (leaving) => {
  factRead(leaving);
  return wrongForm.open(stepPress('wronged', ...leaving.values));
};

export const wronged: ReaderStep = async (leaving) => {
  const fact = factRead(leaving);
  const { filled, person, key, recent, marks } = leaving;
  const reason = tidy(wrongForm.read(filled).reason);
  if (reason === '') return refuse('Say what is wrong, in a few words.');
  if (isPersonal(reason)) return refuse(PERSONAL);
  if (recent.leaves('words', person, key)) await marks.wrong(fact, reason);
  return thanks(
    'Moderators read what you wrote, without your name, and it goes when they have dealt with it.',
  );
};

const thanks = (line: string): Notice => ({ kind: 'notice', heading: 'Thank you', lines: [line] });
