import { answer } from '../story/answer.ts';
import type { NonEmpty, Story } from '../story/model.ts';
import type { Before } from '../story/search/follow.ts';
import type { Index } from '../story/search/index.ts';
import type { Moderating } from './moderating.ts';
import type { Here } from './news/here.ts';
import type { Past } from './news/past.ts';
import type { Options, Values } from './options.ts';
import type { Reply } from './reply.ts';

/** What a command is given: the story, what was typed, and what it may say about the bot itself. */
export type Asked<O> = {
  readonly options: Values<O>;
  readonly story: Story;
  /** The story made ready for search. */
  readonly index: Index;
  /** What the asker was told a little earlier in the same channel. */
  readonly before: Before | undefined;
  /** What was published of late. */
  readonly past: Past;
  readonly version: string;
  readonly commands: readonly Pick<AnyCommand, 'name' | 'description' | 'for'>[];
};

/** A reply at once, or in a while: what takes long is announced to Discord first. A form can only come at once. */
export type Replying = Reply | Promise<Reply>;

type Described<O extends Options> = {
  readonly name: string;
  readonly description: string;
  readonly options: O;
  /** What its group is for, where it is one of several under a common name: `fact edit`. */
  readonly group?: string;
  /** The topic that it answers with, where it is one topic's command: checked at start. */
  readonly topic?: string;
  /** Housekeeping: shown to the asker alone, whatever was chosen. */
  readonly isPrivate?: boolean;
};

/** A slash command. It turns typed options into a reply, and knows nothing of Discord. */
export type Command<O extends Options = Options> = Described<O> & {
  readonly for?: 'readers';
  run(asked: Asked<O>): Replying;
};

/** What somebody may do with what the ledger holds of them, and of nobody else. */
export type Own = {
  /** Takes their name out of the record, and tells in how many places it stood. */
  readonly erase: () => Promise<number>;
};

/** A command about the asker's own traces, for anybody. */
export type OwnCommand<O extends Options = Options> = Described<O> & {
  readonly for: 'oneself';
  run(asked: Asked<O> & { readonly own: Own }): Replying;
};

/** A command about the channel in which it is given, for whoever may manage that channel. */
export type ChannelCommand<O extends Options = Options> = Described<O> & {
  readonly for: 'channels';
  run(asked: Asked<O> & { readonly here: Here }): Replying;
};

/** A command that changes the record, or shows what is not published: for those whom the desk lets. */
export type ModeratorCommand<O extends Options = Options> = Described<O> & {
  readonly for: 'moderators';
  run(asked: Asked<O> & Moderating): Replying;
};

export type AnyCommand = Command | OwnCommand | ChannelCommand | ModeratorCommand;

/** Whether everybody may use it: all but the moderators' own. */
export const isReaders = (command: Pick<AnyCommand, 'for'>): boolean => command.for !== 'moderators';

type Writing<C extends Described<Options>, O extends Options> = Omit<C, 'options' | 'for' | 'group'> & {
  readonly options?: O;
};

/** A readers' command, with the types of its options worked out. */
export const command = <const O extends Options>(written: Writing<Command<O>, O>): Command<O> => ({
  options: {} as O,
  ...written,
});

/** A command that is given what the ledger holds of the asker; what it says is for the asker alone. */
export const ownCommand = <const O extends Options>(written: Writing<OwnCommand<O>, O>): OwnCommand<O> => ({
  options: {} as O,
  ...written,
  for: 'oneself',
  isPrivate: true,
});

/** A command that is given the channel it stands in; what it says is for the asker alone. */
export const channelCommand = <const O extends Options>(
  written: Writing<ChannelCommand<O>, O>,
): ChannelCommand<O> => ({ options: {} as O, ...written, for: 'channels', isPrivate: true });

/** A moderators' command: it alone is given the desk. What it says is for the asker alone. */
export const moderatorCommand = <const O extends Options>(
  written: Writing<ModeratorCommand<O>, O>,
): ModeratorCommand<O> => ({ options: {} as O, ...written, for: 'moderators', isPrivate: true });

/** Several commands under a common name, as `/fact edit` and `/fact show`. */
export type CommandGroup = {
  readonly name: string;
  readonly description: string;
  readonly commands: NonEmpty<AnyCommand>;
};

export const commandGroup = (group: CommandGroup): CommandGroup => group;

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
