import type { IncomingMessage } from 'node:http';
import {
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GatewayOpcodes,
} from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { guildCreate, ready } from './ready.ts';
import type { World } from './world.ts';

/** One bot's standing with the gateway; it outlives its sockets so that what was missed can be told again. */
type Session = {
  readonly id: string;
  readonly intents: number;
  readonly told: { readonly seq: number; readonly frame: string }[];
  seq: number;
  socket: WebSocket | undefined;
};

export type Gateway = {
  accept(socket: WebSocket, request: IncomingMessage): void;
  /** Tells every session what `told` makes of the event for its intents; `undefined` is not told. */
  dispatch(event: string, told: (intents: number) => unknown): void;
  connected(): Promise<void>;
  readonly sockets: Sockets;
  startsLeft: number;
};

/** Ways to spoil a connection. */
export type Sockets = {
  reset(): void;
  close(code: number): void;
  reconnect(): void;
  invalidate(resumable: boolean): void;
  silence(): void;
};

const known = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);
const privileged =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const frame = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.looseObject({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** The gateway's half of the conversation: hello, heartbeats, identify, resume with replay, and events in order. */
export function gateway(world: World, heartbeat: number): Gateway {
  const sessions = new Map<string, Session>();
  const sockets = new Set<WebSocket>();
  const silent = new WeakSet<WebSocket>();
  let waiting: (() => void)[] = [];

  const send = (socket: WebSocket, op: GatewayOpcodes, d: unknown) => {
    if (!silent.has(socket)) socket.send(JSON.stringify({ op, d, s: null, t: null }));
  };

  const tell = (session: Session, event: string, d: unknown) => {
    session.seq += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, d, s: session.seq, t: event });
    session.told.push({ seq: session.seq, frame: text });
    if (session.told.length > 10_000) session.told.shift();
    if (session.socket && !silent.has(session.socket)) session.socket.send(text);
  };

  const settled = () => {
    for (const resolve of waiting) resolve();
    waiting = [];
  };

  const begin = (socket: WebSocket, address: string, d: unknown) => {
    const told = identify.safeParse(d);
    if (!told.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    const { token, intents, shard } = told.data;
    if (token !== world.token)
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    if (shard && (shard[1] < 1 || shard[0] >= shard[1])) {
      return socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
    }
    if ((intents & ~known) !== 0) return socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    if ((intents & privileged) !== 0) {
      return socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    }
    it.startsLeft -= 1;
    const session: Session = { id: world.snowflake(), intents, told: [], seq: 0, socket };
    sessions.set(session.id, session);
    tell(session, GatewayDispatchEvents.Ready, ready(world, session.id, address, shard ?? [0, 1]));
    if ((intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of world.guilds)
        tell(session, GatewayDispatchEvents.GuildCreate, guildCreate(world, guild));
    }
    settled();
    return undefined;
  };

  const takeUp = (socket: WebSocket, d: unknown) => {
    const told = resume.safeParse(d);
    if (!told.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    if (told.data.token !== world.token) {
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
    }
    const session = sessions.get(told.data.session_id);
    if (!session) return send(socket, GatewayOpcodes.InvalidSession, false);
    if (told.data.seq > session.seq) return socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.');
    session.socket = socket;
    for (const { seq, frame } of session.told) if (seq > told.data.seq) socket.send(frame);
    tell(session, GatewayDispatchEvents.Resumed, { _trace: [] });
    settled();
    return undefined;
  };

  const hear = (socket: WebSocket, address: string, raw: RawData) => {
    if (silent.has(socket)) return undefined;
    const told = frame.safeParse(json(String(raw)));
    if (!told.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    const owner = [...sessions.values()].find((session) => session.socket === socket);
    switch (told.data.op) {
      case GatewayOpcodes.Heartbeat:
        return send(socket, GatewayOpcodes.HeartbeatAck, null);
      case GatewayOpcodes.Identify:
        if (owner) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
        return begin(socket, address, told.data.d);
      case GatewayOpcodes.Resume:
        if (owner) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
        return takeUp(socket, told.data.d);
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        return owner ? undefined : socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
      default:
        return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }
  };

  const it: Gateway = {
    startsLeft: 1000,
    accept(socket, request) {
      const asked = new URL(request.url ?? '/', `ws://${request.headers.host}`);
      if (asked.searchParams.get('v') !== '10') return socket.close(GatewayCloseCodes.InvalidAPIVersion);
      if (asked.searchParams.get('encoding') !== 'json' || asked.searchParams.has('compress')) {
        return socket.close(GatewayCloseCodes.DecodeError, 'This gateway speaks plain JSON only.');
      }
      sockets.add(socket);
      socket.on('message', (raw) => hear(socket, `${asked.origin}${asked.pathname}`, raw));
      socket.on('close', (code) => {
        sockets.delete(socket);
        for (const session of sessions.values()) {
          if (session.socket !== socket) continue;
          session.socket = undefined;
          // A bot that hangs up politely gives its session up.
          if (code === 1000 || code === 1001) sessions.delete(session.id);
        }
      });
      return send(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeat, _trace: [] });
    },
    dispatch(event, told) {
      for (const session of sessions.values()) {
        const data = told(session.intents);
        if (data !== undefined) tell(session, event, data);
      }
    },
    async connected() {
      if ([...sessions.values()].some((session) => session.socket)) return;
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    sockets: {
      reset: () => {
        for (const socket of sockets) socket.terminate();
      },
      close: (code) => {
        for (const socket of sockets) socket.close(code);
      },
      reconnect: () => {
        for (const socket of sockets) send(socket, GatewayOpcodes.Reconnect, null);
      },
      invalidate: (resumable) => {
        if (!resumable) sessions.clear();
        for (const socket of sockets) send(socket, GatewayOpcodes.InvalidSession, resumable);
      },
      silence: () => {
        for (const socket of sockets) silent.add(socket);
      },
    },
  };
  return it;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
