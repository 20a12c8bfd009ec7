import type { IncomingMessage, ServerResponse } from 'node:http';
import { BareProblem, type ErrorTree, Problem } from './problem.ts';
import type { Route } from './route.ts';

/** One REST call that was refused; tokens are left out of `route`. */
export type Refusal = {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly errors?: ErrorTree;
};

/** What becomes of a first answer: an error, a rate limit, silence, or a cut line after it was taken. */
export type CallbackFault = 'error' | 'limited' | 'hang' | 'lost';

export type Rest = {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly refused: Refusal[];
  /** What happens to the next first answers, in order. */
  readonly faults: CallbackFault[];
};

const base = '/api/v10';

/** Discord's REST interface over these routes: finds the one that is asked for, checks the token, and words every refusal. */
export function rest(routes: readonly Route[], token: string): Rest {
  const refused: Refusal[] = [];
  const faults: CallbackFault[] = [];

  const answer = async (request: IncomingMessage, url: URL) => {
    const path = url.pathname.startsWith(base) ? url.pathname.slice(base.length) : undefined;
    const matches = routes.flatMap((route) => {
      const params = path === undefined ? undefined : match(route.path, path);
      return params ? [{ route, params }] : [];
    });
    if (matches.length === 0) throw new Problem(0);
    const found = matches.find(({ route }) => route.method === request.method);
    if (!found) throw new BareProblem(405, 'Method Not Allowed');
    if (found.route.open !== true && request.headers.authorization !== `Bot ${token}`) {
      throw new BareProblem(401, 'Unauthorized');
    }
    return found.route.run({ ...found.params, query: url.searchParams, body: await json(request) });
  };

  return {
    refused,
    faults,
    async serve(request, response) {
      const url = new URL(`http://localhost${request.url}`);
      const fault = url.pathname.endsWith('/callback') ? faults.shift() : undefined;
      if (fault === 'hang') return;
      if (fault === 'error' || fault === 'limited') return send(response, ...outages[fault]);
      try {
        const [status, body] = await answer(request, url);
        if (fault === 'lost') response.socket?.destroy();
        else send(response, status, body);
      } catch (error) {
        const isKnown = error instanceof Problem || error instanceof BareProblem;
        const { status, code, message, errors } = isKnown ? error : new BareProblem(500, String(error));
        const shape = { message, code, ...(errors && { errors }) };
        refused.push({ method: request.method ?? '', route: withoutToken(url.pathname), status, ...shape });
        send(response, status, shape);
      }
    },
  };
}

const outages: Readonly<Record<'error' | 'limited', readonly [status: number, body: unknown]>> = {
  error: [500, { message: '500: Internal Server Error', code: 0 }],
  limited: [429, { message: 'You are being rate limited.', retry_after: 0.5, global: false }],
};

// discord.js cannot read a 204 that claims to have content.
function send(response: ServerResponse, status: number, body?: unknown): void {
  if (status === 429) response.setHeader('retry-after', '0.5');
  if (body !== undefined) response.setHeader('content-type', 'application/json');
  response.writeHead(status).end(body === undefined ? undefined : JSON.stringify(body));
}

async function json(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  if (parts.length === 0) return {};
  if (!request.headers['content-type']?.startsWith('application/json')) throw new Problem(50109);
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    throw new Problem(50109);
  }
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

function withoutToken(path: string): string {
  return path.replace(base, '').replace(/^(\/interactions\/[^/]+|\/webhooks\/[^/]+)\/[^/]+/, '$1/:token');
}
