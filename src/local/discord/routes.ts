import { Locale, type RESTGetAPIGatewayBotResult } from 'discord-api-types/v10';
import { z } from 'zod';
import { commandRoutes } from './command-routes.ts';
import { check, optional, snowflake, text } from './form.ts';
import type { Gateway } from './gateway.ts';
import type { Interactions } from './interactions.ts';
import { messageBody } from './message-body.ts';
import { Problem } from './problem.ts';
import { revise, say } from './replies.ts';
import type { Call, Route } from './route.ts';
import type { ShownMessage } from './shown.ts';
import { apiChannel, apiMessage } from './wire.ts';
import { remove, type World } from './world.ts';

/** Everything this Discord answers over REST. */
export function routes(
  world: World,
  gateway: Gateway,
  interactions: Interactions,
  socket: () => string,
): Route[] {
  const shown = (message: ShownMessage) => [200, apiMessage(world, message)] as const;
  const secret = ({ app, token = '' }: Call) => {
    if (app !== world.bot.id) throw new Problem(10015);
    return token;
  };
  return [
    open('GET /gateway', () => [200, { url: socket() }]),
    route('GET /gateway/bot', () => [200, gatewayBot(gateway, socket())]),
    route('GET /users/@me', () => [
      200,
      { ...world.bot, verified: true, mfa_enabled: true, locale: Locale.EnglishUS },
    ]),
    route('POST /users/@me/channels', ({ body }) => [200, privateChannel(world, body)]),
    route('GET /applications/@me', () => [200, application(world)]),
    route('GET /oauth2/applications/@me', () => [200, application(world)]),
    ...commandRoutes(world, '/applications/:app/commands'),
    ...commandRoutes(world, '/applications/:app/guilds/:guild/commands'),
    route('GET /users/:user', ({ user }) => {
      const found = user === world.bot.id ? world.bot : world.people.get(user ?? '')?.user;
      if (!found) throw new Problem(10013);
      return [200, found];
    }),
    route('GET /channels/:channel', ({ channel }) => [200, apiChannel(world, place(world, channel))]),
    route('POST /channels/:channel/messages', ({ channel, body }) => {
      const here = place(world, channel);
      const before = world.nonces.get(nonceOf(body) ?? '');
      const again = before === undefined ? undefined : world.messages.get(before);
      if (again !== undefined) return shown(again);
      const message = messageBody(body);
      if (message.reference !== undefined && world.messages.get(message.reference)?.channelId !== here.id) {
        const error = { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' };
        throw new Problem(50035, { message_reference: { _errors: [error] } });
      }
      const said = say(
        world,
        here,
        message,
        message.reference === undefined ? {} : { replyTo: message.reference },
      );
      const nonce = nonceOf(body);
      if (nonce !== undefined) world.nonces.set(nonce, said.id);
      return shown(said);
    }),
    route('GET /channels/:channel/messages/:message', (call) => shown(readable(world, call))),
    route('PATCH /channels/:channel/messages/:message', (call) => {
      const before = own(world, call);
      return shown(revise(world, before, messageBody(call.body, [], before)));
    }),
    route('DELETE /channels/:channel/messages/:message', (call) => {
      remove(world, own(world, call));
      return [204];
    }),
    open('POST /interactions/:id/:token/callback', ({ id = '', token = '', body, query }) => {
      const taken = interactions.answer(id, token, body);
      return query.get('with_response') === 'true' ? [200, taken] : [204];
    }),
    open('POST /webhooks/:app/:token', (call) => shown(interactions.followUp(secret(call), call.body))),
    open('GET /webhooks/:app/:token/messages/:message', (call) =>
      shown(interactions.find(secret(call), call.message ?? '')),
    ),
    open('PATCH /webhooks/:app/:token/messages/:message', (call) =>
      shown(interactions.edit(secret(call), call.message ?? '', call.body)),
    ),
    open('DELETE /webhooks/:app/:token/messages/:message', (call) => {
      interactions.remove(secret(call), call.message ?? '');
      return [204];
    }),
  ];
}

function route(line: string, run: Route['run']): Route {
  const [method = '', path = ''] = line.split(' ');
  return { method, path, run };
}

function open(line: string, run: Route['run']): Route {
  return { ...route(line, run), open: true };
}

function gatewayBot(gateway: Gateway, url: string): RESTGetAPIGatewayBotResult {
  return {
    url,
    shards: 1,
    session_start_limit: {
      total: 1000,
      remaining: gateway.starts(),
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
  return apiChannel(world, member.dm);
}

function place(world: World, id: string | undefined) {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw new Problem(10003);
  return channel;
}

/** What a bot calls its message, where it may be there only once. */
function nonceOf(body: unknown): string | undefined {
  const { nonce, enforce_nonce: isEnforced } = check(
    z.looseObject({ nonce: optional(text(0, 25)), enforce_nonce: optional(z.boolean()) }),
    body,
  );
  return isEnforced === true ? nonce : undefined;
}

function readable(world: World, { channel, message }: Call) {
  const found = world.messages.get(message ?? '');
  if (!found || found.channelId !== channel || found.visibleTo !== 'everyone') throw new Problem(10008);
  return found;
}

function own(world: World, call: Call) {
  const found = readable(world, call);
  if (found.author.id !== world.bot.id) throw new Problem(50005);
  return found;
}
