import { lookup as resolve } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Refusal, refuse } from '../refusal.ts';
import { isPublicAddress } from './public-address.ts';

/** What came of one address: it answered, with this status; or it could not be reached, for this reason. */
export type Reached =
  | { readonly is: 'answered'; readonly status: number }
  | { readonly is: 'unreachable'; readonly why: string };

/** Looks whether an address still leads somewhere. Never throws. */
export type Reach = (url: string) => Promise<Reached>;

/** How the world is reached; a test reaches another. */
export type World = {
  /** The addresses of a host. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (address: string) => boolean;
  readonly open: (options: RequestOptions) => ClientRequest;
};

const theWorld: World = {
  resolve: async (host) => (await resolve(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
  open: request,
};

/** For one address, with all that it leads on to. */
const PATIENCE = 5000;
const MOST_REDIRECTS = 3;
const LONGEST = 2000;

/**
 * Only https, only public addresses, at each redirect anew; what was looked up is what is connected to, so that a second
 * answer of a name server leads nowhere else. Nothing of a body is read, and nothing is kept or sent but our name.
 */
export const openReach =
  (agent: string, world: World = theWorld, patience = PATIENCE): Reach =>
  async (url) => {
    const signal = AbortSignal.timeout(patience);
    try {
      return await follow(url, { agent, world, signal });
    } catch (error) {
      return { is: 'unreachable', why: signal.aborted ? 'it does not answer in time' : reasonOf(error) };
    }
  };

type Asking = { readonly agent: string; readonly world: World; readonly signal: AbortSignal };

const follow = async (url: string, asking: Asking, led = 0): Promise<Reached> => {
  const target = permitted(url);
  const address = await publicAddress(target, asking);
  const { status, location } = await ask(target, address, asking);
  if (location === undefined) return { is: 'answered', status };
  if (led === MOST_REDIRECTS) return { is: 'unreachable', why: 'it leads on and on' };
  return follow(new URL(location, target).href, asking, led + 1);
};

const permitted = (url: string): URL => {
  const target = URL.parse(url);
  if (target === null || url.length > LONGEST) return refuse('it is no address');
  if (target.protocol !== 'https:') return refuse('it leads to an address that is not https');
  if (target.port !== '') return refuse('it leads to a port of its own');
  if (target.username !== '' || target.password !== '') return refuse('it carries a password');
  return target;
};

/** One address of the host, where all of them are public: one that is not is somebody's trick, or a mistake. */
const publicAddress = async ({ hostname }: URL, { world, signal }: Asking): Promise<string> => {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await untilAborted(world.resolve(host), signal) : [host];
  const [first] = found;
  if (first === undefined) return refuse('its host has no address');
  return found.every(world.isPublic) ? first : refuse('its host is not public');
};

const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((settle, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason), { once: true });
    work.then(settle, fail);
  });

type Head = { readonly status: number; readonly location: string | undefined };

/** Where a host does not like to be asked for the head alone, it is asked for the whole, of which nothing is read. */
const ask = async (target: URL, address: string, asking: Asking): Promise<Head> => {
  const head = await send('HEAD', target, address, asking).catch(() => undefined);
  return head !== undefined && head.status < 400 ? head : send('GET', target, address, asking);
};

const redirects: readonly number[] = [301, 302, 303, 307, 308];

const send = (method: string, target: URL, address: string, asking: Asking): Promise<Head> =>
  new Promise((settle, fail) => {
    const asked = asking.world.open({
      method,
      host: target.hostname.replace(/^\[|\]$/g, ''),
      path: `${target.pathname}${target.search}`,
      headers: { host: target.host, 'user-agent': asking.agent, accept: '*/*' },
      lookup: pinned(address),
      signal: asking.signal,
      agent: false,
    });
    asked.on('response', (response: IncomingMessage) => {
      const { statusCode: status = 0, headers } = response;
      response.destroy();
      settle({ status, location: redirects.includes(status) ? headers.location : undefined });
    });
    asked.on('error', fail);
    asked.end();
  });

/** A look-up that knows one answer, whatever it is asked, and in both of the forms in which Node asks. */
const pinned =
  (address: string): LookupFunction =>
  (_host, { all }, done) => {
    const family = isIP(address);
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };

const reasonOf = (error: unknown): string => {
  if (error instanceof Refusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    reasons[code] ?? (/^\w{1,60}$/.test(code) ? `it cannot be reached (${code})` : 'it cannot be reached')
  );
};

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known',
  ECONNREFUSED: 'its host takes no connection',
  CERT_HAS_EXPIRED: 'its certificate has expired',
};
