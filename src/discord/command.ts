import { answer } from '../story/answer.ts';
import type { Story } from '../story/model.ts';
import type { Index } from '../story/search/index.ts';
import type { Options, Values } from './options.ts';
import type { Reply } from './reply.ts';

/** What a command is given: the story, what was typed, and what it may say about the bot itself. */
export type Asked<O> = {
  readonly options: Values<O>;
  readonly story: Story;
  /** The story made ready for search. */
  readonly index: Index;
  readonly version: string;
  readonly commands: readonly Pick<Command, 'name' | 'description'>[];
};

/** A slash command. It turns typed options into a reply, and knows nothing of Discord. */
export type Command<O extends Options = Options> = {
  readonly name: string;
  readonly description: string;
  readonly options: O;
  /** The topic that it answers with, where it is one topic's command: checked at start. */
  readonly topic?: string;
  /** Housekeeping: shown to the asker alone, whatever was chosen. */
  readonly isPrivate?: boolean;
  run(asked: Asked<O>): Reply;
};

/** A readers' command, with the types of its options worked out. */
export const command = <const O extends Options>(
  written: Omit<Command<O>, 'options'> & { readonly options?: O },
): Command<O> => ({ options: {} as O, ...written });

/** A question that deserves a command of its own. */
export const topicCommand = ({
  name,
  description,
  topic,
}: Pick<Command, 'name' | 'description'> & { readonly topic: string }): Command =>
  command({
    name,
    description,
    topic,
    run: ({ story }) => {
      const found = story.topics.get(topic);
      if (found === undefined) throw new Error(`/${name} asks for a topic that is not there: ${topic}`);
      return answer(found);
    },
  });
