import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, RESTJSONErrorCodes } from 'discord.js';
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
  if (error instanceof Error && isNetwork(error))
    return refuse(
      `Discord cannot be reached (${'code' in error ? error.code : error.name}). Is the network up, and DISCORD_API_URL right?`,
    );
  throw error;
};

const isTokenWrong = (error: unknown): boolean =>
  (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
  (error instanceof DiscordAPIError && error.status === 401);

/** Errors of the system's network, of undici, and of a request that took too long. */
const isNetwork = (error: Error): boolean =>
  error.name === 'AbortError' || ('code' in error && /^(E[A-Z]+|UND_ERR_[A-Z_]+)$/.test(String(error.code)));
