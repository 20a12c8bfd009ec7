import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  GatewayOpcodes,
  GatewayIntentBits as Intent,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import { guildCreate, ready } from './ready.ts';
import { announce, type Hub, type Session, send, tell } from './session.ts';

/** Why the gateway hangs up, in Discord's codes. */
export type HangUp = readonly [code: Close, reason: string];

export const garbled: HangUp = [Close.DecodeError, 'Error while decoding payload.'];
const stranger: HangUp = [Close.AuthenticationFailed, 'Authentication failed.'];

const known = Object.values(Intent).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);
const privileged = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

const identity = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.looseObject({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});

/** Begins a session, unless it is a bot that Discord would not let in. */
export function identify(hub: Hub, socket: WebSocket, address: string, d: unknown): HangUp | undefined {
  const told = identity.safeParse(d);
  if (!told.success) return garbled;
  const { token, intents, shard } = told.data;
  if (token !== hub.world.token) return stranger;
  // One shard is all that two small servers need.
  if (shard && (shard[0] !== 0 || shard[1] !== 1)) return [Close.InvalidShard, 'Invalid shard.'];
  if ((intents & ~known) !== 0) return [Close.InvalidIntents, 'Invalid intent(s).'];
  if ((intents & privileged) !== 0) return [Close.DisallowedIntents, 'Disallowed intent(s).'];

  const session: Session = { id: hub.world.snowflake(), intents, told: [], seq: 0, socket };
  hub.startsLeft -= 1;
  hub.sessions.set(session.id, session);
  tell(hub, session, Event.Ready, ready(hub.world, session.id, address));
  if ((intents & Intent.Guilds) !== 0) {
    for (const guild of hub.world.guilds)
      tell(hub, session, Event.GuildCreate, guildCreate(hub.world, guild));
  }
  announce(hub);
  return undefined;
}

const continuation = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Takes a session up again and tells what was missed, in order; an unknown session must begin anew. */
export function resume(hub: Hub, socket: WebSocket, d: unknown): HangUp | undefined {
  const told = continuation.safeParse(d);
  if (!told.success) return garbled;
  const { token, session_id, seq } = told.data;
  if (token !== hub.world.token) return stranger;
  const session = hub.sessions.get(session_id);
  if (!session) {
    send(hub, socket, GatewayOpcodes.InvalidSession, false);
    return undefined;
  }
  if (seq > session.seq) return [Close.InvalidSeq, 'Invalid seq.'];

  session.socket = socket;
  for (const missed of session.told) if (missed.seq > seq) socket.send(missed.frame);
  tell(hub, session, Event.Resumed, { _trace: [] });
  announce(hub);
  return undefined;
}
