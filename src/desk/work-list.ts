import { draftOf, dropDraft, keepDraft } from '../ledger/drafts.ts';
import { addFollower, dropFollower, takeNews } from '../ledger/followers.ts';
import { ask } from '../ledger/ledger.ts';
import { countMark, marksOf, openMarks, settleMark } from '../ledger/marks.ts';
import {
  countQuestion,
  forgetWaiting,
  moveQuestion,
  openQuestions,
  questionAt,
  waitingFor,
} from '../ledger/questions.ts';
import { withPeople } from '../ledger/revisions.ts';
import { refuse } from '../refusal.ts';
import { entryIn } from '../story/entry.ts';
import { hasSome } from '../story/model.ts';
import { stampOf } from './candidate.ts';
import type { Core } from './core.ts';
import type { Drafts, Due, Followers, Marks, Questions } from './surface.ts';

const PAGE = 10;
const LARGEST = 50;

/** Discord's longest form holds no more. */
const LONGEST_DRAFT = 20_000;

const noQuestion = 'That question is no longer on the list.';

export const questions = (core: Core): Questions => ({
  ask: async (asked) => countQuestion(core.ledger(), asked),
  question: async (id) => questionAt(core.ledger(), id),
  list: async ({ skip = 0, most = PAGE } = {}) => openQuestions(core.ledger(), skip, Math.min(most, LARGEST)),
  claim: async ({ by, question }) =>
    (await moveQuestion(core.ledger(), { id: question, by, state: 'claimed', topic: undefined })) ??
    refuse(noQuestion),
  settle: async (act) => {
    const { by, question, as: state } = act;
    const topic = act.as === 'answered' ? act.topic : undefined;
    if (topic !== undefined && !core.present().index.story.topics.has(topic))
      return refuse(`There is no topic called "${topic}".`);
    return (await moveQuestion(core.ledger(), { id: question, by, state, topic })) ?? refuse(noQuestion);
  },
  waiting: async () => waitingFor(core.ledger()),
  told: async (waiting) => forgetWaiting(core.ledger(), waiting),
});

export const marks = (core: Core): Marks => {
  const stamp = (fact: string): string => {
    const value = entryIn(core.present().written, 'fact', fact);
    return value === null ? refuse(`There is no fact called "${fact}" any more.`) : stampOf(value);
  };
  return {
    helpful: async (fact) => countMark(core.ledger(), { fact, stamp: stamp(fact) }, { is: 'helpful' }),
    wrong: async (fact, reason) =>
      countMark(core.ledger(), { fact, stamp: stamp(fact) }, { is: 'wrong', reason }),
    wrongs: async (most = PAGE) =>
      (await openMarks(core.ledger(), Math.min(most, LARGEST))).map((one) => {
        const value = entryIn(core.present().written, 'fact', one.fact);
        return { ...one, isPresent: value !== null && stampOf(value) === one.stamp };
      }),
    settle: async ({ wrong }) => settleMark(core.ledger(), wrong),
    of: async (fact) => marksOf(core.ledger(), fact),
  };
};

export const followers = (core: Core): Followers => ({
  follow: async (place) => addFollower(core.ledger(), place),
  unfollow: async (channel) => dropFollower(core.ledger(), channel),
  due: async () => {
    const news = await takeNews(core.ledger());
    const due = news.map(async ({ channel, guild, revisions }): Promise<Due[]> => {
      const recorded = await ask(core.ledger(), (db) => withPeople(db, revisions));
      return hasSome(recorded) ? [{ channel, guild, revisions: recorded }] : [];
    });
    return (await Promise.all(due)).flat();
  },
});

export const drafts = (core: Core): Drafts => ({
  keep: async ({ by, content, draft }) =>
    content.length > LONGEST_DRAFT
      ? refuse(`That is longer than ${LONGEST_DRAFT} characters: it cannot be kept.`)
      : keepDraft(core.ledger(), { by, content, draft }),
  open: async (by, draft) => draftOf(core.ledger(), by, draft),
  drop: async (by, draft) => dropDraft(core.ledger(), by, draft),
});
