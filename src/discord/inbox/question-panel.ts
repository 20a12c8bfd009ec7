import type { Question, QuestionState } from '../../ledger/question.ts';
import { hasSome, type Topic } from '../../story/model.ts';
import { stepPress } from '../press.ts';
import { type Controls, note, type Panel } from '../reply.ts';
import { leadsTo, nearestTo } from './leads.ts';
import { back, buttons, type Looking, panel } from './lists.ts';

/** One question with all that can be done about it. */
export const questionPanel = (
  looking: Looking,
  question: Question,
  said: readonly string[] = [],
  menu?: Controls,
): Panel => {
  const { id, text, state } = question;
  const number = String(id);
  const isOpen = state === 'open' || state === 'claimed';
  const leads = isOpen ? leadsTo(looking.index, text) : [];
  const [lead] = leads;
  const does = (label: string, step: string, ...values: readonly string[]) =>
    [label, stepPress(step, number, ...values)] as const;
  const acts = [
    ...(state === 'open' ? [does('Claim', 'claim')] : []),
    does('It is answered by…', 'answered-by'),
    does('Write a fact', 'write-fact'),
    does('Outside the story', 'outside'),
    does('Dismiss', 'dismiss'),
  ];
  const more = [
    ...(lead === undefined ? [] : [does('It is answered by now', 'answered-now', lead.id)]),
    ...(menu === undefined ? [] : [does('Search by other words', 'seek-topic')]),
    back(),
  ];
  return panel(
    isOpen ? 'A question without an answer' : 'A question that was dealt with',
    [...said, text, ...wordsOn(question), ...(isOpen ? leadWords(looking, text, leads) : [])].map(note),
    [...(menu === undefined ? [] : [menu]), ...(isOpen ? buttons(...acts) : []), ...buttons(...more)],
    stepPress('question', number),
  );
};

const wordsOn = ({ count, first, last, state, claimedBy, topic }: Question): string[] => [
  `Asked ${count} ×, from ${first.slice(0, 10)} to ${last.slice(0, 10)}.`,
  stateWords(state, claimedBy?.name ?? 'a former moderator', topic ?? ''),
];

const stateWords = (state: QuestionState, by: string, topic: string): string => {
  switch (state) {
    case 'open':
      return 'Nobody has claimed it.';
    case 'claimed':
      return `Claimed by ${by}.`;
    case 'answered':
      return `Answered by the question ${topic}, as ${by} says.`;
    case 'outside':
      return `Outside the story, as ${by} says.`;
    case 'dismissed':
      return `Dismissed by ${by}.`;
    default:
      return state satisfies never;
  }
};

const leadWords = ({ index }: Looking, text: string, leads: readonly Topic[]): string[] => {
  const titles = (topics: readonly Topic[]) => topics.map(({ title }) => title).join(' · ');
  return leads.length > 0
    ? [`Whoever asks it now is answered: ${titles(leads)}`]
    : [`Whoever asks it now is not answered. Nearest: ${titles(nearestTo(index, text).slice(0, 3))}`];
};

/** The topics that could answer a question, those nearest to some words first. */
export const topicMenu = ({ index }: Looking, { id }: Question, words: string): Controls | undefined => {
  const from = nearestTo(index, words).map((topic) => ({
    label: topic.title,
    value: topic.id,
    about: topic.id,
  }));
  return hasSome(from)
    ? {
        is: 'select',
        hint: 'The question that answers it',
        from,
        chosen: [],
        least: 1,
        most: 1,
        to: stepPress('answer-with', String(id)),
      }
    : undefined;
};
