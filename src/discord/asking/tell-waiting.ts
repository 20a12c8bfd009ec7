import type { REST } from 'discord.js';
import { ComponentType, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Desk } from '../../desk/surface.ts';
import type { Waiting } from '../../ledger/question.ts';
import { answer } from '../../story/answer.ts';
import type { Topic } from '../../story/model.ts';
import type { House } from '../house.ts';
import type { Editing } from '../moderating.ts';
import type { Message } from '../render/message.ts';
import { echoUpTo } from '../render/plain.ts';
import { render } from '../render/render.ts';
import type { Speak } from '../speak.ts';
import { below } from './below.ts';

/** Writes to somebody directly, unasked. */
export type Write = (user: string, message: Message, key: string) => Promise<void>;

const opened = z.object({ id: z.string().regex(/^\d{1,20}$/) });

/** Whoever cannot be written to has closed the door, or has gone: that is no fault of anybody's. */
export const writing =
  (rest: Pick<REST, 'post'>, speak: Speak): Write =>
  async (user, message, key) => {
    const body = { recipient_id: user };
    const channel = await rest.post(Routes.userChannels(), { body }).catch(() => undefined);
    const { data } = opened.safeParse(channel);
    if (data !== undefined) await speak(data.id, message, key);
  };

/** More than these are told in the next round: Discord frowns on a bot that writes to many at once. */
const MOST = 20;

/** Enough of a question to know it by. */
const LONGEST = 100;

/**
 * Tells those who wanted to hear of it that their question is answered. Each is forgotten before he is written to: told
 * once or not at all, never twice, whichever replica does it and whenever it stops.
 */
export const tellWaiting = async ({ editing, index }: House, write: Write): Promise<void> => {
  if (editing === undefined) return;
  const { questions } = editing.desk;
  const { story } = index();
  for (const waiting of (await questions.waiting()).slice(0, MOST)) {
    const topic = story.topics.get(waiting.question.topic ?? '');
    if (topic !== undefined && (await questions.told(waiting)))
      await write(waiting.user, answerMessage(editing, waiting, topic), keyOf(waiting));
  }
};

/** At most 25 letters, and another for everybody. */
const keyOf = ({ question, user }: Waiting): string =>
  `${question.id}-${BigInt(user).toString(36)}`.slice(-25);

/** The answer as everybody gets it, under what had been asked. */
const answerMessage = (editing: Editing, { question, user }: Waiting, topic: Topic): Message => {
  const reply = answer(topic);
  const origin = { manner: 'say', command: 'ask', values: [topic.id], owner: user } as const;
  const offered = below({ editing }, reply, { of: '', words: '' });
  const message = render(reply, origin, 0, offered);
  const content = `You asked the moderators ${echoUpTo(LONGEST, question.text)}. It is answered now:`;
  return { ...message, components: [{ type: ComponentType.TextDisplay, content }, ...message.components] };
};

/** The same desk; `then` is called whenever a question was answered by it. */
export const answering = (desk: Desk, then: () => void): Desk => ({
  ...desk,
  questions: {
    ...desk.questions,
    settle: async (act) => {
      const question = await desk.questions.settle(act);
      if (act.as === 'answered') then();
      return question;
    },
  },
});
