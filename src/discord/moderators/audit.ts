import { createHash } from 'node:crypto';
import type { Approved } from '../../desk/outcome.ts';
import type { Desk, Questions } from '../../desk/surface.ts';
import type { Question } from '../../ledger/question.ts';
import { namesOf } from '../editing/review-panel.ts';
import { type Message, message } from '../render/message.ts';
import { clip, plain } from '../render/plain.ts';
import { count } from '../reply.ts';

/** Tells the moderators' channel of one act. The key is the act's own: done twice, it is told once. */
export type Telling = (message: Message, key: string) => Promise<void>;

/**
 * The same desk, and each act at it is a line in the moderators' channel: who, what, and which revision came of it. Of
 * what is proposed, and of what is published without a second moderator, the channel is shown the whole elsewhere.
 */
export const audited = (desk: Desk, tell: Telling): Desk => {
  // One interaction may be several acts, and post more beside them: each line has a key of its own.
  const note = (line: string, key: string) => tell(lineMessage(line), hashOf(`${key} ${line}`));
  const published = async (outcome: Approved, key: string, lineOf: (seq: number) => string) => {
    if (outcome.is !== 'published' || outcome.isAgain) return;
    const { revision } = outcome;
    await note(`${lineOf(revision.seq)}: ${namesOf(revision)} · why: ${revision.why}`, key);
  };
  return {
    ...desk,
    approve: async (act) => {
      const outcome = await desk.approve(act);
      const author = outcome.is === 'published' ? outcome.revision.author : undefined;
      await published(
        outcome,
        act.key,
        (seq) => `${act.by.name} approved what ${author ?? 'a former moderator'} proposed, revision ${seq}`,
      );
      return outcome;
    },
    undo: async (act) => {
      const outcome = await desk.undo(act);
      await published(
        outcome,
        act.key,
        (seq) => `${act.by.name} took back revision ${act.seq}, revision ${seq}`,
      );
      return outcome;
    },
    sendBack: async (act) => {
      const { proposal } = await desk.sendBack(act);
      await note(
        `${act.by.name} sent back proposal ${proposal.id}: ${namesOf(proposal)} · ${act.word}`,
        act.key,
      );
      return { is: 'decided', proposal };
    },
    decline: async (act) => {
      const { proposal } = await desk.decline(act);
      await note(
        `${act.by.name} declined proposal ${proposal.id}: ${namesOf(proposal)} · ${act.word}`,
        act.key,
      );
      return { is: 'decided', proposal };
    },
    withdraw: async (act) => {
      const { proposal } = await desk.withdraw(act);
      await note(`${act.by.name} withdrew proposal ${proposal.id}: ${namesOf(proposal)}`, act.key);
      return { is: 'decided', proposal };
    },
    // Whose name it was is what is to be forgotten.
    erase: async (user) => {
      const places = await desk.erase(user);
      if (places > 0)
        await note(`Somebody had their name taken out of what is kept: ${count(places, 'place')}`, newKey());
      return places;
    },
    questions: questions(desk.questions, note),
    marks: {
      ...desk.marks,
      settle: async (act) => {
        const wrong = (await desk.marks.wrongs(MOST_MARKS)).find(({ id }) => id === act.wrong);
        await desk.marks.settle(act);
        if (wrong !== undefined)
          await note(`${act.by.name} settled what members marked wrong: fact ${wrong.fact}`, act.key);
      },
    },
  };
};

/** As many as the desk gives at once. */
const MOST_MARKS = 50;

const questions = (asked: Questions, note: (line: string, key: string) => Promise<void>): Questions => ({
  ...asked,
  claim: async (act) => {
    const question = await asked.claim(act);
    await note(`${act.by.name} claimed a question: ${quoted(question)}`, act.key);
    return question;
  },
  settle: async (act) => {
    const question = await asked.settle(act);
    const how = act.as === 'answered' ? `it is answered by ${act.topic}` : settledAs[act.as];
    await note(`${act.by.name} settled a question, ${how}: ${quoted(question)}`, act.key);
    return question;
  },
});

const settledAs = { outside: 'outside the story', dismissed: 'dismissed' } as const;

/** Members' words, so short that they fill no channel. */
const quoted = ({ text }: Question): string => `“${clip(text, 100)}”`;

/** As long as a key may be. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 24);

const LONGEST = 500;

const lineMessage = (line: string): Message => message({ texts: [plain(clip(line, LONGEST))] });

const newKey = (): string => `${Date.now()}`;
