import { createServer } from 'node:http';
import { type APIApplicationCommand, ChannelType, Locale } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { gateway, type SocketFault } from './gateway.ts';
import { hearing } from './hearing.ts';
import { interactions, type Waits } from './interactions.ts';
import { type Person, person } from './person.ts';
import { type CallbackFault, type Refusal, rest } from './rest.ts';
import { routes } from './routes.ts';
import type { Where } from './shown.ts';
import { everyday, openWorld, user } from './world.ts';

export type { Suggestion } from './callback-body.ts';
export type { Filled } from './controls.ts';
export type { SocketFault } from './gateway.ts';
export type { Forged, Person } from './person.ts';
export type { CallbackFault, Refusal } from './rest.ts';
export type { Outcome, ShownForm, ShownMessage, Where } from './shown.ts';
export type { Typed } from './slash.ts';
export type { Change } from './world.ts';

/** Times in milliseconds, and the servers' language; Discord's own where nothing is said. */
export type Settings = Partial<Waits> & {
  readonly now?: () => number;
  /** Milliseconds between heartbeats. */
  readonly heartbeat?: number;
  readonly guildLocale?: `${Locale}`;
};

/** Somebody about to join both servers. */
export type Newcomer = {
  readonly name: string;
  /** What they may do beyond what every member may. */
  readonly permissions?: bigint;
  /** Ids of their roles. */
  readonly roles?: readonly string[];
  readonly locale?: `${Locale}`;
};

/** Something to go wrong, once or for the next `times`. */
export type Fault =
  | { readonly callback: CallbackFault; readonly times?: number }
  | { readonly sockets: SocketFault }
  | { readonly startsLeft: number };

/** A Discord small enough for one process: real REST and gateway on loopback for the bot, and people to talk to it. */
export type Discord = {
  /** For the client's `rest.api`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string;
  readonly elsewhereId: string;
  readonly channels: Readonly<Record<Exclude<Where, 'dm'>, string>>;
  /** Every REST call that was refused, oldest first. */
  readonly refused: readonly Refusal[];
  /** Resolves when a bot has identified and been told that it is ready. */
  connected(): Promise<void>;
  /** What is published, the home server's and the global together. */
  commands(): readonly APIApplicationCommand[];
  join(newcomer: Newcomer): Person;
  /** Sends any event to the bot, whatever its intents. */
  dispatch(event: string, data: unknown): void;
  disturb(fault: Fault): void;
  close(): Promise<void>;
};

/** Opens it on a port that the system gives. */
export async function openDiscord(settings: Settings = {}): Promise<Discord> {
  const { now = Date.now, heartbeat = 41_250, guildLocale = Locale.EnglishUS } = settings;
  const waits = {
    deadline: settings.deadline ?? 3000,
    patience: settings.patience ?? 10_000,
    quiet: settings.quiet ?? 500,
  };
  const world = openWorld(now, guildLocale as Locale);
  const door = gateway(world, heartbeat);
  const pending = interactions(world, door, waits);
  world.watchers.add(hearing(world, door));

  let port = 0;
  const desk = rest(
    routes(world, door, pending, () => `ws://127.0.0.1:${port}/gateway`),
    world.token,
  );
  const server = createServer((request, response) => void desk.serve(request, response));
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  sockets.on('connection', (socket, request) => door.accept(socket, request));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) port = address.port;

  const [home, elsewhere] = world.guilds;
  const places = [...world.channels.values()].map(({ where, id }) => [where, id]);
  return {
    api: `http://127.0.0.1:${port}/api`,
    token: world.token,
    applicationId: world.bot.id,
    guildId: home.id,
    elsewhereId: elsewhere.id,
    channels: Object.fromEntries(places),
    refused: desk.refused,
    connected: door.connected,
    commands: () =>
      [...world.commands.values()].filter((it) => it.guild_id === undefined || it.guild_id === home.id),
    join({ name, permissions = 0n, roles = [], locale = Locale.EnglishUS }) {
      const id = world.snowflake();
      const dm = { id: world.snowflake(), where: 'dm', type: ChannelType.DM, person: id } as const;
      const member = {
        user: user(id, name),
        locale: locale as Locale,
        joinedAt: new Date(now()).toISOString(),
        dm,
        permissions: everyday | permissions,
        roles,
      };
      world.channels.set(dm.id, dm);
      world.people.set(id, member);
      return person(world, member, pending, waits);
    },
    dispatch: (event, data) => door.dispatch(event, () => data),
    disturb(fault) {
      if ('callback' in fault)
        desk.faults.push(...Array<CallbackFault>(fault.times ?? 1).fill(fault.callback));
      else if ('startsLeft' in fault) door.starts(fault.startsLeft);
      else door.spoil(fault.sockets);
    },
    async close() {
      pending.close();
      door.spoil('reset');
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
