import type { IncomingMessage } from 'node:http';
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { garbled, type HangUp, identify, resume } from './handshake.ts';
import { type Hub, send, tell } from './session.ts';
import type { World } from './world.ts';

/** A way to spoil every open connection: cut, closed with 4000, op 7, op 9, or open and dumb. */
export type SocketFault = 'reset' | 'close' | 'revoke' | 'reconnect' | 'invalidate' | 'silence';

export type Gateway = {
  accept(socket: WebSocket, request: IncomingMessage): void;
  /** Tells every session what `told` makes of the event for its intents; `undefined` is not told. */
  dispatch(event: string, told: (intents: number) => unknown): void;
  connected(): Promise<void>;
  spoil(fault: SocketFault): void;
  /** How often a bot may still identify today. */
  starts(left?: number): number;
};

/** The gateway's half of the conversation: hello, heartbeats, identify, resume with replay, and events in order. */
export function gateway(world: World, heartbeat: number): Gateway {
  const hub: Hub = {
    world,
    heartbeat,
    sessions: new Map(),
    sockets: new Set(),
    silent: new WeakSet(),
    waiting: [],
    startsLeft: 1000,
  };
  return {
    accept: (socket, request) => accept(hub, socket, request),
    dispatch(event, told) {
      for (const session of hub.sessions.values()) {
        const data = told(session.intents);
        if (data !== undefined) tell(hub, session, event, data);
      }
    },
    async connected() {
      if ([...hub.sessions.values()].some((session) => session.socket)) return;
      await new Promise<void>((resolve) => hub.waiting.push(resolve));
    },
    spoil: (fault) => spoil(hub, fault),
    starts(left = hub.startsLeft) {
      hub.startsLeft = left;
      return Math.max(0, left);
    },
  };
}

function accept(hub: Hub, socket: WebSocket, request: IncomingMessage): void {
  const asked = new URL(`ws://${request.headers.host}${request.url}`);
  if (asked.searchParams.get('v') !== '10') {
    socket.close(Close.InvalidAPIVersion, 'Invalid API version.');
    return;
  }
  if (asked.searchParams.get('encoding') !== 'json' || asked.searchParams.has('compress')) {
    socket.close(Close.DecodeError, 'This gateway speaks plain JSON only.');
    return;
  }
  hub.sockets.add(socket);
  socket.on('message', (raw) => {
    const hangUp = hub.silent.has(socket)
      ? undefined
      : hear(hub, socket, `${asked.origin}${asked.pathname}`, raw);
    if (hangUp) socket.close(...hangUp);
  });
  // A frame that is not one closes the socket by itself.
  socket.on('error', () => undefined);
  socket.on('close', (code) => forget(hub, socket, code));
  send(hub, socket, Op.Hello, { heartbeat_interval: hub.heartbeat, _trace: [] });
}

function forget(hub: Hub, socket: WebSocket, code: number): void {
  hub.sockets.delete(socket);
  for (const session of hub.sessions.values()) {
    if (session.socket !== socket) continue;
    session.socket = undefined;
    // A bot that hangs up politely gives its session up.
    if (code === 1000 || code === 1001) hub.sessions.delete(session.id);
  }
}

const frame = z.object({ op: z.int(), d: z.unknown().optional() });

function hear(hub: Hub, socket: WebSocket, address: string, raw: RawData): HangUp | undefined {
  const told = frame.safeParse(json(String(raw)));
  if (!told.success) return garbled;
  const { op, d } = told.data;
  const isKnown = [...hub.sessions.values()].some((session) => session.socket === socket);
  switch (op) {
    case Op.Heartbeat:
      send(hub, socket, Op.HeartbeatAck, null);
      return undefined;
    case Op.Identify:
    case Op.Resume:
      if (isKnown) return [Close.AlreadyAuthenticated, 'Already authenticated.'];
      return op === Op.Resume ? resume(hub, socket, d) : identify(hub, socket, address, d);
    case Op.PresenceUpdate:
    case Op.VoiceStateUpdate:
    case Op.RequestGuildMembers:
      return isKnown ? undefined : [Close.NotAuthenticated, 'Not authenticated.'];
    default:
      return [Close.UnknownOpcode, 'Unknown opcode.'];
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function spoil(hub: Hub, fault: SocketFault): void {
  if (fault === 'invalidate') hub.sessions.clear();
  for (const socket of hub.sockets) {
    if (fault === 'reset') socket.terminate();
    else if (fault === 'close') socket.close(Close.UnknownError);
    else if (fault === 'revoke') socket.close(Close.AuthenticationFailed);
    else if (fault === 'silence') hub.silent.add(socket);
    else if (fault === 'reconnect') send(hub, socket, Op.Reconnect, null);
    else send(hub, socket, Op.InvalidSession, false);
  }
}
