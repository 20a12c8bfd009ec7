import type { Step } from '../step.ts';
import * as mark from './mark-steps.ts';
import * as question from './question-steps.ts';
import { factWritten, writeFact } from './write-fact.ts';

/** Every step of the work list, by its name. */
export const inboxSteps: Readonly<Record<string, Step>> = {
  inbox: question.inbox,
  question: question.question,
  claim: question.claim,
  'answered-by': question.answeredBy,
  'answer-with': question.answerWith,
  'answered-now': question.answeredNow,
  'seek-topic': question.seekTopic,
  'topic-sought': question.topicSought,
  outside: question.outside,
  dismiss: question.dismiss,
  'write-fact': writeFact,
  'fact-written': factWritten,

  wrongs: mark.wrongs,
  marked: mark.marked,
  'mark-settled': mark.markSettled,
  due: mark.due,
  'due-fact': mark.dueFact,
  still: mark.still,
  'still-so': mark.stillSo,
};

/** Those of them that open a form. */
export const inboxOpening: readonly string[] = ['seek-topic', 'write-fact', 'still'];
