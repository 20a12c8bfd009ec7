import { DiscordAPIError, type REST } from 'discord.js';
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Message } from './render/message.ts';

/** What came of it: there is no such channel, we may not write there, or it could not be done just now. */
export type Said = 'said' | 'gone' | 'barred' | 'failed';

/** Says something in a channel, unasked. The key is at most 25 letters: said twice with the same one, it is there once. */
export type Speak = (channel: string, message: Message, key: string) => Promise<Said>;

export const speaking =
  (rest: Pick<REST, 'post'>, log: (line: string) => void): Speak =>
  async (channel, message, key) => {
    const body = { ...message, nonce: key, enforce_nonce: true };
    try {
      await rest.post(Routes.channelMessages(channel), { body });
      return 'said';
    } catch (error) {
      const refused = saidOf(error);
      if (refused === 'failed')
        log(`A message could not be said in a channel (${error instanceof Error ? error.name : 'unknown'})`);
      return refused;
    }
  };

const saidOf = (error: unknown): Said => {
  if (!(error instanceof DiscordAPIError)) return 'failed';
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return 'gone';
    case RESTJSONErrorCodes.MissingAccess:
    case RESTJSONErrorCodes.MissingPermissions:
      return 'barred';
    default:
      return 'failed';
  }
};
