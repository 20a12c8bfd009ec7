import { type APIBaseInteraction, InteractionContextType, type InteractionType } from 'discord-api-types/v10';
import type { Pending } from './pending.ts';
import { apiChannel, apiMember, apiMessage, owners } from './wire.ts';
import { everyday, permissionsOf, type World } from './world.ts';

type Interaction = APIBaseInteraction<InteractionType, unknown>;

/** The interaction as Discord would send it to the bot: everything the bot needs, so that it need not look anything up. */
export function payload(world: World, pending: Pending, data: unknown): Interaction {
  const { channel, member } = pending;
  const source = pending.from === undefined ? undefined : world.messages.get(pending.from);
  return {
    id: pending.id,
    application_id: world.bot.id,
    type: pending.type,
    token: pending.token,
    version: 1,
    data,
    ...place(world, pending),
    channel_id: channel.id,
    ...(channel.guild
      ? {
          member: {
            ...apiMember(member),
            user: member.user,
            permissions: String(permissionsOf(member)),
          },
        }
      : { user: member.user }),
    ...(source && { message: apiMessage(world, source) }),
    app_permissions: String(everyday),
    locale: member.locale,
    entitlements: [],
    authorizing_integration_owners: owners(channel),
    context: channel.guild ? InteractionContextType.Guild : InteractionContextType.BotDM,
    attachment_size_limit: 10_485_760,
  };
}

function place(
  world: World,
  { channel, member }: Pending,
): Pick<Interaction, 'guild' | 'guild_id' | 'guild_locale' | 'channel'> {
  // The types know each kind of channel apart; here it is one literal for both.
  const shown = apiChannel(world, channel) as unknown as Interaction['channel'] & object;
  if (!channel.guild) return { channel: shown };
  const { id, locale } = channel.guild;
  return {
    guild: { id, locale, features: [] },
    guild_id: id,
    guild_locale: locale,
    channel: Object.assign(shown, { permissions: String(permissionsOf(member)) }),
  };
}
