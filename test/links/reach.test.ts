import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkCheck } from '../../src/links/check-links.ts';
import { openReach, type World } from '../../src/links/reach.ts';

/** Everything that a host of ours was asked, as `HEAD fine.example /`. */
let asked: { readonly line: string; readonly agent: string | undefined }[] = [];
let port = 0;

const pages: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  '/': (response) => response.end('a page'),
  '/gone': (response) => response.writeHead(404).end(),
  '/shy': (response, { method }) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/rude': (response, { method, socket }) => (method === 'HEAD' ? socket.destroy() : response.end()),
  '/moved': (response) => response.writeHead(301, { location: '/' }).end(),
  '/1': (response) => response.writeHead(302, { location: '/2' }).end(),
  '/2': (response) => response.writeHead(307, { location: '/3' }).end(),
  '/3': (response) => response.writeHead(308, { location: 'https://fine.example/' }).end(),
  '/0': (response) => response.writeHead(303, { location: '/1' }).end(),
  '/to-http': (response) => response.writeHead(302, { location: 'http://fine.example/' }).end(),
  '/to-port': (response) => response.writeHead(302, { location: 'https://fine.example:8443/' }).end(),
  '/to-password': (response) => response.writeHead(302, { location: 'https://a:b@fine.example/' }).end(),
  '/inwards': (response) => response.writeHead(302, { location: 'https://inner.example/secret' }).end(),
  '/to-number': (response) => response.writeHead(302, { location: 'https://169.254.169.254/' }).end(),
  '/to-itself': (response) => response.writeHead(302, { location: 'https://[::1]/' }).end(),
  '/endless': (response, { method }) =>
    method === 'HEAD' ? response.writeHead(405).end() : response.write('a page that never ends'),
  '/silent': () => {},
};

const server = createServer((incoming, response) => {
  const { method, url = '', headers } = incoming;
  asked.push({ line: `${method} ${headers.host} ${url}`, agent: headers['user-agent'] });
  (pages[url] ?? pages['/gone'])?.(response, incoming);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) ({ port } = address);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Names that a name server of ours knows; the loopback server stands for the public world. */
const hosts: Readonly<Record<string, readonly string[]>> = {
  'fine.example': ['127.0.0.1'],
  'inner.example': ['10.0.0.1'],
  'both.example': ['127.0.0.1', '10.0.0.1'],
  'nowhere.example': [],
};

const world = (more: Partial<World> = {}): World => ({
  resolve: async (host) =>
    hosts[host] ?? Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
  isPublic: (address) => address === '127.0.0.1',
  open: (options) => request({ ...options, port }),
  ...more,
});

const reach = (path: string, more?: Partial<World>, patience?: number) => {
  asked = [];
  return openReach('Receipts/1.2.3', world(more), patience)(`https://fine.example${path}`);
};
const lines = () => asked.map(({ line }) => line);

test.each([
  ['/', 200, ['HEAD fine.example /']],
  ['/gone', 404, ['HEAD fine.example /gone', 'GET fine.example /gone']],
  ['/shy', 200, ['HEAD fine.example /shy', 'GET fine.example /shy']],
  ['/rude', 200, ['HEAD fine.example /rude', 'GET fine.example /rude']],
  ['/moved', 200, ['HEAD fine.example /moved', 'HEAD fine.example /']],
  [
    '/1',
    200,
    ['HEAD fine.example /1', 'HEAD fine.example /2', 'HEAD fine.example /3', 'HEAD fine.example /'],
  ],
  ['/endless', 200, ['HEAD fine.example /endless', 'GET fine.example /endless']],
] as const)('%s answers %i', async (path, status, wanted) => {
  expect(await reach(path)).toEqual({ is: 'answered', status });
  expect(lines()).toEqual(wanted);
  expect(asked.every(({ agent }) => agent === 'Receipts/1.2.3')).toBe(true);
});

test.each([
  ['/0', 'leads on and on', 4],
  ['/to-http', 'not https', 1],
  ['/to-port', 'a port of its own', 1],
  ['/to-password', 'carries a password', 1],
  ['/inwards', 'not public', 1],
  ['/to-number', 'not public', 1],
  ['/to-itself', 'not public', 1],
])('%s is not followed to its end: %s', async (path, why, times) => {
  expect(await reach(path)).toEqual({ is: 'unreachable', why: expect.stringContaining(why) });
  expect(asked).toHaveLength(times);
});

test.each([
  ['http://fine.example/', 'not https'],
  ['file:///etc/passwd', 'not https'],
  ['https://fine.example:22/', 'a port of its own'],
  ['https://a:b@fine.example/', 'carries a password'],
  ['https://inner.example/', 'not public'],
  ['https://both.example/', 'not public'],
  ['https://nowhere.example/', 'has no address'],
  ['https://unknown.example/', 'its host is not known'],
  ['https://[::1]/', 'not public'],
  ['https://10.0.0.1/', 'not public'],
  ['https://0x7f.1/', 'not public'],
  ['https://2130706433/', 'not public'],
  ['nonsense', 'no address'],
])('%s is never asked', async (url, why) => {
  asked = [];
  // Of the world as it is: what is written as a number needs no name server.
  const { isPublicAddress } = await import('../../src/links/public-address.ts');
  const isPublic = url.includes('.example') ? world().isPublic : isPublicAddress;
  const found = await openReach('Receipts/1.2.3', world({ isPublic }))(url);
  expect(found).toEqual({ is: 'unreachable', why: expect.stringContaining(why) });
  expect(asked).toEqual([]);
});

test('a name is looked up once for each address: a second answer of its server leads nowhere', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1']];
  let times = 0;
  const resolve = async () => answers[times++] ?? ['10.0.0.1'];
  expect(await reach('/shy', { resolve })).toEqual({ is: 'answered', status: 200 });
  expect(times).toBe(1);
  times = 0;
  expect(await reach('/moved', { resolve })).toMatchObject({ why: expect.stringContaining('not public') });
});

test('what does not answer is waited for so long, and no longer', async () => {
  const began = performance.now();
  const why = 'it does not answer in time';
  expect(await reach('/silent', {}, 100)).toEqual({ is: 'unreachable', why });
  expect(await reach('/', { resolve: () => new Promise(() => {}) }, 100)).toEqual({ is: 'unreachable', why });
  expect(performance.now() - began).toBeLessThan(1500);
});

test('an address is asked once, and never more than four together', async () => {
  let now = 0;
  let most = 0;
  let times = 0;
  const check = linkCheck(async () => {
    times += 1;
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    return { is: 'answered', status: 200 };
  });
  const urls = Array.from({ length: 20 }, (_, i) => `https://fine.example/${i % 10}`);
  const [one, other] = await Promise.all([check(urls), check(urls)]);
  expect([one.length, other.length, times, most]).toEqual([10, 10, 10, 4]);
});
