import { type GatewayOpcodes, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { World } from './world.ts';

/** One bot's standing with the gateway; it outlives its sockets so that what was missed can be told again. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly told: { readonly seq: number; readonly frame: string }[];
  seq: number;
  socket: WebSocket | undefined;
};

/** Everything the gateway keeps. */
export type Hub = {
  readonly world: World;
  readonly heartbeat: number;
  readonly sessions: Map<string, Session>;
  readonly sockets: Set<WebSocket>;
  /** Sockets that stay open and say nothing more. */
  readonly silent: WeakSet<WebSocket>;
  /** Those who wait for a bot to be there. */
  readonly waiting: (() => void)[];
  startsLeft: number;
};

const memory = 10_000;

/** Sends something that is no event and is not told again. */
export function send(hub: Hub, socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  if (!hub.silent.has(socket)) socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

/** Tells a session of an event, now if it is connected and in any case when it resumes. */
export function tell(hub: Hub, session: Session, event: string, d: unknown): void {
  session.seq += 1;
  const frame = JSON.stringify({ op: Op.Dispatch, d, s: session.seq, t: event });
  session.told.push({ seq: session.seq, frame });
  if (session.told.length > memory) session.told.shift();
  if (session.socket && !hub.silent.has(session.socket)) session.socket.send(frame);
}

/** Lets everybody go who waited for a bot. */
export function announce(hub: Hub): void {
  for (const resolve of hub.waiting.splice(0)) resolve();
}
