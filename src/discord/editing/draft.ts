import { z } from 'zod';
import type { Edit } from '../../desk/outcome.ts';
import { refuse } from '../../refusal.ts';
import type { Entries, EntryKind } from '../../story/entry.ts';
import type { NonEmpty } from '../../story/model.ts';
import type { Moderating } from '../moderating.ts';

/** A correction that is being written: what it would change, and why. */
export type Draft = {
  readonly edits: NonEmpty<Edit>;
  readonly why: string;
  /** The own proposal that it is to take the place of. */
  readonly revises?: number | undefined;
};

/** What we ourselves have kept, under a number that came from outside: its entries are judged by the desk, as typed ones are. */
const kept = z.object({
  edits: z
    .array(
      z.object({
        entry: z.enum(['actor', 'source', 'statement', 'fact', 'topic', 'premise']),
        id: z.string(),
        after: z.record(z.string(), z.unknown()).nullable(),
        seen: z.string().nullable(),
      }),
    )
    .min(1),
  why: z.string(),
  revises: z.number().optional(),
});

/** Keeps a draft for its author, under its old number where it has one. */
export const keepDraft = ({ desk, by, key }: Moderating, draft: Draft, number?: string): Promise<number> =>
  desk.drafts.keep({
    by,
    key,
    content: JSON.stringify(draft),
    ...(number !== undefined && { draft: Number(number) }),
  });

/** The moderator's own draft of that number. */
export const openDraft = async ({ desk, by }: Moderating, number = ''): Promise<Draft> => {
  const content = /^\d{1,12}$/.test(number) ? await desk.drafts.open(by, Number(number)) : undefined;
  if (content === undefined) return refuse('This draft is not there any more: it was sent, or put away.');
  return kept.parse(JSON.parse(content)) as unknown as Draft;
};

export const dropDraft = ({ desk, by }: Moderating, number: string): Promise<void> =>
  desk.drafts.drop(by, Number(number));

/** What a draft is about first of all: its fact, where it has one. */
export const mainEdit = ({ edits }: Draft): Edit =>
  edits.find(({ entry }) => entry === 'fact') ?? edits.find(({ entry }) => entry === 'topic') ?? edits[0];

/** An entry of a draft as it is to be. */
export const wanted = <K extends EntryKind>(draft: Draft, entry: K, id: string): Entries[K] | undefined =>
  (draft.edits.find((edit) => edit.entry === entry && edit.id === id)?.after ?? undefined) as
    | Entries[K]
    | undefined;

/** The draft with an edit in place of that of the same entry, or beside the others. */
export const withEdit = (draft: Draft, edit: Edit): Draft => {
  const isIt = (one: Edit) => one.entry === edit.entry && one.id === edit.id;
  const [first, ...rest] = draft.edits;
  const has = draft.edits.some(isIt);
  return {
    ...draft,
    edits: [
      isIt(first) ? edit : first,
      ...rest.map((one) => (isIt(one) ? edit : one)),
      ...(has ? [] : [edit]),
    ],
  };
};

/** The draft with one entry written anew, and what was seen of it kept as it is. */
export const rewritten = <K extends EntryKind>(
  draft: Draft,
  entry: K,
  id: string,
  after: Entries[K],
  seen?: string | null,
): Draft => {
  const before = draft.edits.find((edit) => edit.entry === entry && edit.id === id);
  return withEdit(draft, { entry, id, after, seen: seen ?? before?.seen ?? null } as Edit);
};
