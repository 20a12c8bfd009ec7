import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import type { Chat } from '../chat.ts';
import type { Person } from '../discord/open.ts';
import type { Known } from '../line.ts';

/** A slash command as it is offered to somebody who types. */
export type Offered = Known & { readonly description: string; readonly isModerators: boolean };

/** The slash commands, with what each takes. */
export const slashCommands = (published: readonly APIApplicationCommand[]): readonly Offered[] =>
  published.flatMap((command) =>
    command.type === ApplicationCommandType.ChatInput
      ? [{ ...command, isModerators: command.default_member_permissions !== null }]
      : [],
  );

/** Those that this person has. */
export const offeredTo = (person: Person, { discord, member }: Chat): readonly Offered[] =>
  slashCommands(discord.commands()).filter(({ isModerators }) => !isModerators || person !== member);
