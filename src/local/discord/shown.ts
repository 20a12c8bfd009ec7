import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackComponent,
  APIUser,
  InteractionType,
} from 'discord-api-types/v10';

/** The places people can talk: two channels of the home server, one of another server, and a private talk with the bot. */
export type Where = 'general' | 'moderators' | 'elsewhere' | 'dm';

/** Which interaction a message answers. */
export type Asked = {
  readonly id: string;
  readonly type: InteractionType;
  readonly user: APIUser;
  readonly name?: string;
  readonly from?: string;
};

/** A message as it stands in somebody's client at one moment; an edit makes a new one under the same id. */
export type ShownMessage = {
  readonly id: string;
  readonly where: Where;
  readonly channelId: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  readonly visibleTo: 'everyone' | string;
  readonly flags: number;
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  /** The message that this one replies to. */
  readonly replyTo?: string;
  /** Ids of the people and roles that it notifies, and `everyone` or `here`. */
  readonly pings: readonly string[];
  /** What the bot itself said about mentions; absent when it said nothing. */
  readonly allowedMentions?: APIAllowedMentions;
  readonly edits: number;
  readonly asked?: Asked;
};

/** A form in front of somebody. */
export type ShownForm = {
  readonly interaction: string;
  readonly where: Where;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
  /** The message whose control opened it. */
  readonly message?: string;
};

/** What a person got for what they did. */
export type Outcome = {
  /** Milliseconds from asking to getting it. */
  readonly ms: number;
  readonly interaction?: string;
  readonly message?: ShownMessage;
  /** The message was there before and has changed. */
  readonly edited?: boolean;
  readonly form?: ShownForm;
  readonly failed?: 'The application did not respond';
};
