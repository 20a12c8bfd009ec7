import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { Gateway } from './gateway.ts';
import type { ShownMessage } from './shown.ts';
import { apiMember, apiMessage } from './wire.ts';
import type { Change, World } from './world.ts';

const events = {
  new: GatewayDispatchEvents.MessageCreate,
  edited: GatewayDispatchEvents.MessageUpdate,
  deleted: GatewayDispatchEvents.MessageDelete,
} as const;

/** Lets bots hear what is said, as far as their intents allow; what only one person sees, nobody hears. */
export function hearing(world: World, gateway: Gateway): (message: ShownMessage, change: Change) => void {
  return (message, change) => {
    if (message.visibleTo !== 'everyone') return;
    const guild = world.channels.get(message.channelId)?.guild;
    const needed = guild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
    gateway.dispatch(events[change], (intents) => {
      if ((intents & needed) === 0) return undefined;
      const place = { channel_id: message.channelId, ...(guild && { guild_id: guild.id }) };
      if (change === 'deleted') return { id: message.id, ...place };
      const member = world.people.get(message.author.id);
      return {
        ...apiMessage(world, message),
        ...place,
        ...(guild && member && { member: apiMember(member) }),
        ...(!mayRead(world, message) && { content: '', embeds: [], components: [], attachments: [] }),
      };
    });
  };
}

// No bot here is ever given the privileged intent, so content arrives only where Discord gives it to all.
function mayRead(world: World, message: ShownMessage): boolean {
  return message.where === 'dm' || message.author.id === world.bot.id || message.pings.includes(world.bot.id);
}
