import { Locale, type RESTGetAPIGatewayBotResult } from 'discord-api-types/v10';
import { z } from 'zod';
import { check, snowflake } from './form.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import { messageBody } from './message-body.ts';
import { Problem } from './problem.ts';
import { published } from './published.ts';
import { revise, say } from './replies.ts';
import { apiMessage } from './wire.ts';
import { remove, type World } from './world.ts';

/** A call as a route receives it: the named parts of its path, and what came with it. */
export type Call = { readonly query: URLSearchParams; readonly body: unknown } & {
  readonly [part in 'app' | 'guild' | 'id' | 'token' | 'message' | 'channel' | 'command']?: string;
};

/** One method and path of the REST interface; `open` ones need no bot token. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly open?: boolean;
  run(call: Call): readonly [status: number, body?: unknown];
};

/** Everything this Discord answers over REST. */
export function routes(
  world: World,
  gateway: Gateway,
  interactions: Interactions,
  socket: () => string,
): Route[] {
  const route = (line: string, run: Route['run'], open = false): Route => {
    const [method = '', path = ''] = line.split(' ');
    return { method, path, run, open };
  };
  const shown = (message: Parameters<typeof apiMessage>[1]) => [200, apiMessage(world, message)] as const;
  return [
    route('GET /gateway', () => [200, { url: socket() }], true),
    route('GET /gateway/bot', () => [200, gatewayBot(gateway, socket())]),
    route('GET /users/@me', () => [
      200,
      { ...world.bot, verified: true, mfa_enabled: true, locale: Locale.EnglishUS },
    ]),
    route('POST /users/@me/channels', ({ body }) => [200, privateChannel(world, body)]),
    route('GET /applications/@me', () => [200, application(world)]),
    route('GET /oauth2/applications/@me', () => [200, application(world)]),
    ...commands(world, '/applications/:app/commands'),
    ...commands(world, '/applications/:app/guilds/:guild/commands'),
    route('POST /channels/:channel/messages', ({ channel, body }) => {
      const place = world.channels.get(channel ?? '');
      if (!place) throw new Problem(10003);
      const message = messageBody(body);
      if (message.reference !== undefined && world.messages.get(message.reference)?.channelId !== place.id) {
        const error = { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' };
        throw new Problem(50035, { message_reference: { _errors: [error] } });
      }
      return shown(
        say(world, place, message, message.reference === undefined ? {} : { replyTo: message.reference }),
      );
    }),
    route('GET /channels/:channel/messages/:message', (call) => shown(public_(world, call))),
    route('PATCH /channels/:channel/messages/:message', (call) =>
      shown(revise(world, own(world, call), call.body)),
    ),
    route('DELETE /channels/:channel/messages/:message', (call) => {
      remove(world, own(world, call));
      return [204];
    }),
    route(
      'POST /interactions/:id/:token/callback',
      ({ id = '', token = '', body, query }) => {
        const taken = interactions.answer(id, token, body);
        return query.get('with_response') === 'true' ? [200, taken] : [204];
      },
      true,
    ),
    route(
      'POST /webhooks/:app/:token',
      ({ token = '', body }) => shown(interactions.followUp(token, body)),
      true,
    ),
    route(
      'GET /webhooks/:app/:token/messages/:message',
      ({ token = '', message = '' }) => shown(interactions.find(token, message)),
      true,
    ),
    route(
      'PATCH /webhooks/:app/:token/messages/:message',
      ({ token = '', message = '', body }) => shown(interactions.edit(token, message, body)),
      true,
    ),
    route(
      'DELETE /webhooks/:app/:token/messages/:message',
      ({ token = '', message = '' }) => {
        interactions.remove(token, message);
        return [204];
      },
      true,
    ),
  ];
}

function commands(world: World, path: string): Route[] {
  const desk = ({ app, guild }: Call) => {
    if (app !== world.bot.id) throw new Problem(20012);
    if (guild !== undefined && !world.guilds.some(({ id }) => id === guild)) throw new Problem(10004);
    return published(world, guild);
  };
  return [
    { method: 'GET', path, run: (call) => [200, desk(call).list()] },
    { method: 'PUT', path, run: (call) => [200, desk(call).replaceAll(call.body)] },
    {
      method: 'POST',
      path,
      run: (call) => {
        const { command, fresh } = desk(call).create(call.body);
        return [fresh ? 201 : 200, command];
      },
    },
    { method: 'GET', path: `${path}/:command`, run: (call) => [200, desk(call).get(call.command ?? '')] },
    {
      method: 'PATCH',
      path: `${path}/:command`,
      run: (call) => [200, desk(call).change(call.command ?? '', call.body)],
    },
    {
      method: 'DELETE',
      path: `${path}/:command`,
      run: (call) => {
        desk(call).remove(call.command ?? '');
        return [204];
      },
    },
  ];
}

function gatewayBot(gateway: Gateway, url: string): RESTGetAPIGatewayBotResult {
  return {
    url,
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: Math.max(0, gateway.startsLeft),
      reset_after: 86_400_000,
      max_concurrency: 1,
    },
  };
}

function application(world: World) {
  return {
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: '',
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    owner: world.bot,
    team: null,
    verify_key: '0'.repeat(64),
    flags: 0,
    approximate_guild_count: world.guilds.length,
    integration_types_config: { 0: {}, 1: {} },
  };
}

function privateChannel(world: World, body: unknown) {
  const { recipient_id } = check(z.object({ recipient_id: snowflake }), body);
  const member = world.people.get(recipient_id);
  if (!member) throw new Problem(10013);
  return {
    id: member.dm.id,
    type: member.dm.type,
    flags: 0,
    last_message_id: null,
    recipients: [member.user],
  };
}

function public_(world: World, { channel, message }: Call) {
  const found = world.messages.get(message ?? '');
  if (!found || found.channelId !== channel || found.visibleTo !== 'everyone') throw new Problem(10008);
  return found;
}

function own(world: World, call: Call) {
  const found = public_(world, call);
  if (found.author.id !== world.bot.id) throw new Problem(50005);
  return found;
}
