import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Discord, openDiscord } from '../../../src/local/discord/open.ts';
import { call } from './call.ts';

let discord: Discord;
beforeAll(async () => {
  discord = await openDiscord();
});
afterAll(() => discord.close());

test.each(['', 'Bot wrong', 'Bearer x'])('turns away a bot with the token "%s"', async (token) => {
  expect(await call(discord, 'GET /gateway/bot', undefined, token)).toMatchObject({
    status: 401,
    body: { message: '401: Unauthorized', code: 0 },
  });
});

test('says where the gateway is and how often one may still begin', async () => {
  discord.disturb({ startsLeft: 19 });
  expect((await call(discord, 'GET /gateway/bot')).body).toEqual({
    url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/gateway$/),
    shards: 1,
    session_start_limit: { total: 1000, remaining: 19, reset_after: 86_400_000, max_concurrency: 1 },
  });
});

test('tells a bot who it is', async () => {
  expect((await call(discord, 'GET /users/@me')).body).toMatchObject({
    id: discord.applicationId,
    bot: true,
  });
  for (const path of ['/applications/@me', '/oauth2/applications/@me']) {
    expect((await call(discord, `GET ${path}`)).body).toMatchObject({ id: discord.applicationId });
  }
});

test('knows nothing else', async () => {
  expect(await call(discord, 'GET /guilds/1/bans')).toMatchObject({
    status: 404,
    body: { message: '404: Not Found', code: 0 },
  });
  expect(await call(discord, 'DELETE /users/@me')).toMatchObject({ status: 405 });
});

test('opens a private channel with anyone who is there', async () => {
  const mia = discord.join({ name: 'mia' });
  const { body } = await call(discord, 'POST /users/@me/channels', { recipient_id: mia.id });
  expect(body).toMatchObject({ type: 1, recipients: [{ id: mia.id, username: 'mia' }] });
  const arrival = mia.next();
  await call(discord, `POST /channels/${(body as { id: string }).id}/messages`, { content: 'News for you' });
  expect(await arrival).toMatchObject({ where: 'dm', content: 'News for you' });
  expect(discord.join({ name: 'leo' }).sees()).toEqual([]);
  expect(await call(discord, 'POST /users/@me/channels', { recipient_id: '1' })).toMatchObject({
    body: { code: 10013 },
  });
  expect(await call(discord, 'POST /channels/1/messages', { content: 'x' })).toMatchObject({
    body: { code: 10003 },
  });
});

test('only moderators see what is said in their channel', async () => {
  const leo = discord.join({ name: 'leo', permissions: 0x20n });
  const mia = discord.join({ name: 'mia' });
  await call(discord, `POST /channels/${discord.channels.moderators}/messages`, { content: 'A proposal' });
  expect(leo.sees('moderators')).toMatchObject([{ content: 'A proposal' }]);
  expect(mia.sees('moderators')).toEqual([]);
  mia.becomes({ permissions: 0x20n });
  expect(mia.sees('moderators')).toHaveLength(1);
});

test('refuses a body that is not JSON', async () => {
  const url = `${discord.api}/v10/channels/${discord.channels.general}/messages`;
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: '{' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 50109 });
});
