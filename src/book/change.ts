import { refuse } from '../refusal.ts';
import { type Change, type Entries, entryIn, isSame } from '../story/entry.ts';
import type { Written } from '../story/schema.ts';

/**
 * What the files say once the changes are made, in the order in which they come. Refuses those of an entry that says now
 * what no change of it ever knew: somebody else has changed it.
 */
export const changed = (written: Written, changes: readonly Change[]): Written => {
  const draft = structuredClone(written);
  for (const chain of Map.groupBy(changes, ({ entry, id }) => `${entry} ${id}`).values()) {
    const last = chain.at(-1);
    if (last === undefined) continue;
    const { entry, id, after } = last;
    const present = entryIn(draft, entry, id);
    if (!chain.some((one) => isSame(one.before, present) || isSame(one.after, present)))
      return refuse(`The ${entry} "${id}" says something else in the files: it was changed there as well.`);
    if (!isSame(after, present)) put(draft, { ...last, after: brief(after, present) } as Change);
  }
  return draft;
};

/** Without lists that list nothing and were not written before: no line says that there is nothing to say. */
const brief = (after: object | null, present: object | null): object | null =>
  after &&
  Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) =>
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0 && !Object.hasOwn(present ?? {}, key)),
    ),
  );

const put = (draft: Written, { entry, id, after }: Change): void => {
  const { facts, sources, actors } = draft;
  if (entry === 'actor') keep(actors.actors, id, after);
  else if (entry === 'fact') keep(facts.facts, id, after);
  else if (entry === 'topic') keep(facts.topics, id, after);
  else if (entry === 'premise') {
    facts.premises ??= {};
    keep(facts.premises, id, after);
  } else if (entry === 'source') {
    const statements = Object.hasOwn(sources.sources, id) ? (sources.sources[id]?.statements ?? {}) : {};
    keep(sources.sources, id, after && { ...after, statements });
  } else putStatement(draft, id, after);
};

const keep = <T>(shelf: Record<string, T>, id: string, value: T | null): void => {
  if (value === null) delete shelf[id];
  else shelf[id] = value;
};

const putStatement = ({ sources }: Written, id: string, after: Entries['statement'] | null): void => {
  for (const [source, { statements }] of Object.entries(sources.sources))
    if (source !== after?.source) delete statements[id];
  if (after === null) return;
  const { source, ...rest } = after;
  const holder = Object.hasOwn(sources.sources, source) ? sources.sources[source] : undefined;
  if (holder !== undefined) holder.statements[id] = rest;
  else refuse(`The statement "${id}" is of a source that is not there: "${source}".`);
};
