import type { Discord } from '../../../src/local/discord/open.ts';

/** One REST call with nothing in between. */
export async function call(
  discord: Discord,
  line: string,
  body?: unknown,
  authorization = `Bot ${discord.token}`,
): Promise<{ status: number; type: string | null; body: unknown }> {
  const [method = '', path = ''] = line.split(' ');
  const response = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}
