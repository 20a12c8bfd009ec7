import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command } from './command.ts';
import type { Option } from './options.ts';

/** The option that every answering command has: who hides an answer sees it alone. */
export const HIDE = { name: 'hide', description: 'Show the answer to me alone' } as const;

/** A command as Discord keeps it: in servers, in direct messages and for people who installed it for themselves. */
export const published = ({
  name,
  description,
  options,
  isPrivate,
}: Command): RESTPostAPIChatInputApplicationCommandsJSONBody => {
  const own = Object.entries(options).map(([name, option]) => publishedOption(name, option));
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: [
      ...own.filter(({ required }) => required),
      ...own.filter(({ required }) => !required),
      ...(isPrivate
        ? []
        : [{ type: ApplicationCommandOptionType.Boolean as const, ...HIDE, required: false }]),
    ],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
};

const publishedOption = (
  name: string,
  { type, description, required, maxLength, suggest }: Option<unknown>,
) =>
  type === 'flag'
    ? ({ type: ApplicationCommandOptionType.Boolean, name, description, required } as const)
    : ({
        type: ApplicationCommandOptionType.String,
        name,
        description,
        required,
        ...(maxLength === undefined ? {} : { max_length: maxLength }),
        autocomplete: suggest !== undefined,
      } as const);
