import { type Entries, entryIn, entryKinds, type Named } from '../story/entry.ts';
import { hasSome, type NonEmpty } from '../story/model.ts';
import type { Problem } from '../story/problem.ts';
import type { Written } from '../story/schema.ts';

type Applied = { readonly written: Written } | { readonly problems: NonEmpty<Problem> };

/** The story with entries put in, replaced and taken out, or why they have no place in it. Whether it holds is for `read`. */
export const apply = (written: Written, entries: readonly Named[]): Applied => {
  const hasPremises =
    written.facts.premises !== undefined || entries.some(({ entry }) => entry === 'premise');
  const draft: Written = {
    ...written,
    sources: {
      ...written.sources,
      sources: Object.fromEntries(
        Object.entries(written.sources.sources).map(([id, { statements, ...rest }]) => [
          id,
          { ...rest, statements: { ...statements } },
        ]),
      ),
    },
    facts: {
      ...written.facts,
      topics: { ...written.facts.topics },
      facts: { ...written.facts.facts },
      ...(hasPremises ? { premises: { ...written.facts.premises } } : {}),
    },
    actors: { ...written.actors, actors: { ...written.actors.actors } },
  };
  const rank = ({ entry }: Named): number => entryKinds.indexOf(entry);
  const put = entries.filter(({ value }) => value !== null).toSorted((a, b) => rank(a) - rank(b));
  const taken = entries.filter(({ value }) => value === null).toSorted((a, b) => rank(b) - rank(a));
  const problems = [...put, ...taken].flatMap((one) => place(draft, one));
  return hasSome(problems) ? { problems } : { written: draft };
};

const place = (draft: Written, named: Named): Problem[] => {
  const { id } = named;
  switch (named.entry) {
    case 'actor':
      return set(draft.actors.actors, id, named.value);
    case 'fact':
      return set(draft.facts.facts, id, named.value);
    case 'topic':
      return set(draft.facts.topics, id, named.value);
    case 'premise':
      return set(draft.facts.premises ?? {}, id, named.value);
    case 'source':
      return placeSource(draft, id, named.value);
    case 'statement':
      return placeStatement(draft, id, named.value);
    default:
      return named satisfies never;
  }
};

const set = <T>(record: Record<string, T>, id: string, value: T | null): Problem[] => {
  if (value === null) delete record[id];
  // A plain assignment of "__proto__" would not make a key.
  else Object.defineProperty(record, id, { value, enumerable: true, configurable: true, writable: true });
  return [];
};

const placeSource = (
  { sources: { sources } }: Written,
  id: string,
  value: Entries['source'] | null,
): Problem[] => {
  const statements = Object.hasOwn(sources, id) ? (sources[id]?.statements ?? {}) : {};
  if (value !== null) return set(sources, id, { ...value, statements });
  if (Object.keys(statements).length > 0)
    return [{ file: 'sources.yaml', at: ['sources', id], message: 'still holds statements' }];
  return set(sources, id, null);
};

const placeStatement = (draft: Written, id: string, value: Entries['statement'] | null): Problem[] => {
  const { sources } = draft.sources;
  const before = entryIn(draft, 'statement', id);
  if (value === null) {
    const holder = before === null ? undefined : sources[before.source];
    return holder === undefined ? [] : set(holder.statements, id, null);
  }
  const { source, ...statement } = value;
  const holder = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (holder === undefined)
    return [{ file: 'sources.yaml', at: ['sources'], message: `there is no source called "${source}"` }];
  if (before !== null && before.source !== source) {
    const old = sources[before.source];
    if (old !== undefined) set(old.statements, id, null);
  }
  return set(holder.statements, id, statement);
};
