import type { Discord, Person } from './discord/open.ts';

/** What the bot says that it replied, in the record's own terms. */
export type Observed = {
  readonly of: string;
  readonly command: string;
  readonly kind: string;
  readonly topic?: string;
  readonly facts: readonly string[];
  readonly citations: readonly {
    readonly mark: number;
    readonly statement: string;
    readonly source: string;
    /** What was said, word for word; or else in our words. */
    readonly quote?: string;
    readonly gist?: string;
  }[];
  /** The topics that a choice or a miss offers. */
  readonly offers: readonly string[];
};

/** The people at the keyboard, and what they talk to. */
export type Chat = {
  readonly discord: Discord;
  readonly member: Person;
  readonly moderator: Person;
  /** Nobody approves what they wrote themselves: it takes another. */
  readonly secondModerator: Person;
  /** What was replied to an interaction or a message, by its id. */
  readonly observed: (of: string) => Observed | undefined;
};
