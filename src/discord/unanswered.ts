import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { refuse } from '../refusal.ts';

/** Why nothing can be done with Discord, in a sentence for the operator; any other error goes on as it is. */
export const unanswered = (error: unknown): never => {
  if (isTokenWrong(error))
    return refuse(
      'Discord does not take this DISCORD_TOKEN: it is wrong, or it was reset. Copy it again from the developer portal.',
    );
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingAccess)
    return refuse(
      'Discord gives no access to that server: is DISCORD_DEV_GUILD_ID right, and the bot invited there?',
    );
  if (error instanceof HTTPError || error instanceof DiscordAPIError)
    return refuse(
      `Discord answered with status ${error.status}. Is DISCORD_API_URL right? Otherwise try again later.`,
    );
  if (error instanceof SyntaxError) return refuse('What answers at DISCORD_API_URL is not Discord.');
  if (error instanceof Error && isNetwork(error))
    return refuse(
      `Discord cannot be reached (${nameOf(error)}). Is the network up, and DISCORD_API_URL right?`,
    );
  throw error;
};

const isTokenWrong = (error: unknown): boolean =>
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
  (error instanceof DiscordAPIError && error.status === 401);

/** Errors of the system's network, of certificates, of undici, and of a request that took too long. */
const isNetwork = (error: Error): boolean =>
  error.name === 'AbortError' ||
  ('code' in error &&
    /^(E[A-Z_]+|UND_ERR_[A-Z_]+|ERR_(TLS|SSL)_[A-Z_]+|CERT_[A-Z_]+|[A-Z_]*SELF_SIGNED[A-Z_]*|UNABLE_TO_[A-Z_]+)$/.test(
      String(error.code),
    ));

const nameOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name;
