import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type AnyCommand, isReaders } from './command.ts';
import type { Option } from './options.ts';

/** The option that every answering command has: who hides an answer sees it alone. */
export const HIDE = { name: 'hide', description: 'Show the answer to me alone' } as const;

type Body = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** Commands as Discord keeps them: those with a common first word are one, with the rest under it. */
export const published = (commands: Iterable<AnyCommand>): Body[] => {
  const groups = Map.groupBy(commands, ({ name }) => name.split(' ')[0] ?? name);
  return [...groups].map(([name, [first, ...others]]) => {
    if (first === undefined) throw new Error(`/${name} has no command`);
    const head = { type: ApplicationCommandType.ChatInput as const, name, ...place(first) };
    return first.group === undefined
      ? { ...head, description: first.description, options: leafOptions(first) }
      : { ...head, description: first.group, options: [first, ...others].map(subcommand) };
  });
};

/** Readers' commands work in servers, in direct messages and for people who installed the bot for themselves. */
const place = (command: AnyCommand) =>
  isReaders(command) && command.for !== 'channels'
    ? {
        contexts: [
          InteractionContextType.Guild,
          InteractionContextType.BotDM,
          InteractionContextType.PrivateChannel,
        ],
        integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      }
    : {
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
        // What a server's owners may widen: it hides the command from others, and lets nobody do anything.
        default_member_permissions: String(
          isReaders(command) ? PermissionFlagsBits.ManageChannels : PermissionFlagsBits.ManageGuild,
        ),
      };

const subcommand = (command: AnyCommand): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: command.name.split(' ')[1] ?? command.name,
  description: command.description,
  options: leafOptions(command),
});

const leafOptions = ({ options, isPrivate }: AnyCommand) => {
  const own = Object.entries(options).map(([name, option]) => publishedOption(name, option));
  return [
    ...own.filter(({ required }) => required),
    ...own.filter(({ required }) => !required),
    ...(isPrivate ? [] : [{ type: ApplicationCommandOptionType.Boolean as const, ...HIDE, required: false }]),
  ];
};

const kinds = {
  flag: ApplicationCommandOptionType.Boolean,
  person: ApplicationCommandOptionType.User,
} as const;

const publishedOption = (
  name: string,
  { type, description, required, maxLength, most, suggest }: Option<unknown>,
) => {
  const shared = { name, description, required };
  switch (type) {
    case 'flag':
    case 'person':
      return { type: kinds[type], ...shared };
    case 'number':
      return {
        type: ApplicationCommandOptionType.Integer as const,
        ...shared,
        min_value: 1,
        ...(most === undefined ? {} : { max_value: most }),
      };
    default:
      return {
        type: ApplicationCommandOptionType.String as const,
        ...shared,
        ...(maxLength === undefined ? {} : { max_length: maxLength }),
        autocomplete: suggest !== undefined,
      };
  }
};
