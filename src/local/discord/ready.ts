import type {
  ApplicationFlags,
  GatewayGuildCreateDispatchData,
  GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { apiChannel, apiMember } from './wire.ts';
import { everyday, type Guild, type World } from './world.ts';

/** The first thing a bot hears: who it is, and which servers will follow. */
export function ready(
  world: World,
  session: string,
  address: string,
): GatewayReadyDispatchData & Record<string, unknown> {
  return {
    v: 10,
    user: world.bot,
    guilds: world.guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session,
    resume_gateway_url: address,
    shard: [0, 1],
    application: { id: world.bot.id, flags: 0 as ApplicationFlags, flags_new: '0' },
    session_type: 'normal',
    private_channels: [],
    relationships: [],
    presences: [],
    user_settings: {},
  };
}

/** A server as a bot with the Guilds intent hears of it. */
export function guildCreate(
  world: World,
  guild: Guild,
): Omit<Partial<GatewayGuildCreateDispatchData>, 'channels'> & Record<string, unknown> {
  const channels = [...world.channels.values()].filter((channel) => channel.guild?.id === guild.id);
  const joined = new Date(world.now()).toISOString();
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.id,
    preferred_locale: guild.locale,
    features: [],
    roles: [role(guild)],
    emojis: [],
    stickers: [],
    joined_at: joined,
    large: false,
    unavailable: false,
    member_count: 1 + world.people.size,
    members: [
      { ...apiMember({ joinedAt: joined, roles: [] }), user: world.bot },
      ...[...world.people.values()].map((member) => ({ ...apiMember(member), user: member.user })),
    ],
    channels: channels.map((channel) => apiChannel(world, channel)),
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function role(guild: Guild) {
  return {
    id: guild.id,
    name: '@everyone',
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: String(everyday),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}
