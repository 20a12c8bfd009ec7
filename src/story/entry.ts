import type { Written } from './schema.ts';

type WrittenSource = Written['sources']['sources'][string];

/** What a story is written in, entry by entry. A source comes without its statements, a statement with its source's id. */
export type Entries = {
  readonly actor: Written['actors']['actors'][string];
  readonly source: Omit<WrittenSource, 'statements'>;
  readonly statement: WrittenSource['statements'][string] & { readonly source: string };
  readonly fact: Written['facts']['facts'][string];
  readonly topic: Written['facts']['topics'][string];
  readonly premise: NonNullable<Written['facts']['premises']>[string];
};

export type EntryKind = keyof Entries;

/** In the order in which one leans on another: whoever speaks, where, what, what follows from it, and who asks for it. */
export const entryKinds = [
  'actor',
  'source',
  'statement',
  'fact',
  'topic',
  'premise',
] as const satisfies readonly EntryKind[];

/** An entry under its name; nothing where there is none, or is to be none. */
export type Named = {
  [K in EntryKind]: { readonly entry: K; readonly id: string; readonly value: Entries[K] | null };
}[EntryKind];

/** One entry, as it was and as it is to be. */
export type Change = {
  [K in EntryKind]: {
    readonly entry: K;
    readonly id: string;
    readonly before: Entries[K] | null;
    readonly after: Entries[K] | null;
  };
}[EntryKind];

/** An entry as it is written; nothing where there is none of that name. */
export const entryIn = <K extends EntryKind>(written: Written, entry: K, id: string): Entries[K] | null =>
  (finders[entry](written, id) ?? null) as Entries[K] | null;

const finders: { readonly [K in EntryKind]: (written: Written, id: string) => Entries[K] | undefined } = {
  actor: ({ actors }, id) => own(actors.actors, id),
  source: ({ sources }, id) => withoutStatements(own(sources.sources, id)),
  statement: ({ sources }, id) => {
    for (const [source, { statements }] of Object.entries(sources.sources)) {
      const found = own(statements, id);
      if (found !== undefined) return { source, ...found };
    }
    return undefined;
  },
  fact: ({ facts }, id) => own(facts.facts, id),
  topic: ({ facts }, id) => own(facts.topics, id),
  premise: ({ facts }, id) => own(facts.premises ?? {}, id),
};

/** "constructor" is a good name for a fact. */
const own = <T>(record: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(record, id) ? record[id] : undefined;

const withoutStatements = (source: WrittenSource | undefined): Entries['source'] | undefined => {
  if (source === undefined) return undefined;
  const { statements: _, ...rest } = source;
  return rest;
};

/** The same text for the same entry, in whatever order its keys were written, and whether or not it lists nothing. */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'null';

const inOrder = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const said = Object.entries(value).filter(([, one]) => !(Array.isArray(one) && one.length === 0));
  return Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Whether two entries say the same. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
