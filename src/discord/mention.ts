import { MessageType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { z } from 'zod';
import type { House } from './house.ts';
import { perform } from './perform.ts';

const snowflake = z.string().regex(/^\d{1,20}$/);

const written = z.object({
  id: snowflake,
  channel_id: snowflake,
  guild_id: snowflake.optional(),
  type: z.number(),
  content: z.string(),
  webhook_id: snowflake.optional(),
  author: z.object({ id: snowflake, bot: z.boolean().optional() }),
  mentions: z.array(z.object({ id: snowflake })),
});

/** Where an answer to a message goes, and what it is. */
export type Answered = { readonly channel: string; readonly body: RESTPostAPIChannelMessageJSONBody };

/**
 * The answer to a message that speaks to the bot: one that mentions it, or a direct one. Nothing for all others,
 * for other bots, and for the mention that a reply to us carries unseen. Discord lets us read these without the
 * privileged right to read everything.
 */
export const answerMention = async (
  house: House,
  bot: string,
  payload: unknown,
): Promise<Answered | undefined> => {
  const { data: said } = written.safeParse(payload);
  if (said === undefined || said.author.bot || said.webhook_id !== undefined) return undefined;
  if (said.type !== MessageType.Default && said.type !== MessageType.Reply) return undefined;
  const mention = new RegExp(`<@!?${bot}>`, 'g');
  const isDirect = said.guild_id === undefined;
  if (!isDirect && !mention.test(said.content)) return undefined;

  const question = said.content.replace(mention, ' ').trim();
  const done = await perform(house, {
    of: said.id,
    ...asked(house, question),
    owner: said.author.id,
    channel: said.channel_id,
    asker: undefined,
    guild: said.guild_id,
  });
  if ('modal' in done) return undefined;
  return {
    channel: said.channel_id,
    body: {
      ...done.message,
      message_reference: { message_id: said.id, fail_if_not_exists: false },
      // A second try, or an event that comes twice after a resume, must not be a second answer.
      nonce: said.id,
      enforce_nonce: true,
    },
  };
};

/** A question; or, where it is but the name of a command that asks for nothing more, that command. */
const asked = ({ commands }: House, text: string) => {
  const name =
    text === ''
      ? 'help'
      : text
          .toLowerCase()
          .replace(/^\//, '')
          .replace(/[?!.]+$/, '');
  const command = commands.get(name);
  const isWhole = Object.values(command?.options ?? {}).every(({ required }) => !required);
  // Discord tells nobody's rights with a message: only what readers may is done for one.
  return command !== undefined && command.for === undefined && isWhole
    ? { command: name, typed: new Map() }
    : { command: 'ask', typed: new Map([['question', text]]) };
};
