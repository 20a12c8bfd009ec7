import { z } from 'zod';
import type { Change } from '../story/entry.ts';
import { hasSome } from '../story/model.ts';
import { peopleBehind } from './people.ts';
import type { Recorded, Revision } from './revision.ts';
import type { Db, Tables } from './tables.ts';

const changes = z
  .array(
    z.strictObject({
      entry: z.string(),
      id: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  )
  .min(1);

/** Changes out of their letters. That they fit the story is for whoever lays them over it to find out. */
export const readChanges = (text: string): Revision['changes'] => {
  const read = changes.parse(JSON.parse(text)) as unknown as Change[];
  if (!hasSome(read)) throw new Error('Changes that change nothing');
  return read;
};

/** A row of the ledger as what it means. */
export const revisionOf = ({ approved_by, changes, ...row }: Tables['revision']): Revision => ({
  ...row,
  approvedBy: approved_by,
  changes: readChanges(changes),
});

/** What comes after a revision, oldest first. */
export const rowsAfter = (db: Db, seq: number): Promise<Tables['revision'][]> =>
  db.selectFrom('revision').selectAll().where('seq', '>', seq).orderBy('seq').execute();

/** Revisions with the people behind them. */
export const withPeople = async (db: Db, revisions: readonly Revision[]): Promise<Recorded[]> => {
  const people = await peopleBehind(
    db,
    revisions.flatMap(({ by, approvedBy }) => [by, approvedBy]),
  );
  return revisions.map((revision) => ({
    ...revision,
    author: people.get(revision.by)?.name,
    approver: people.get(revision.approvedBy)?.name,
  }));
};

export const revisionAt = async (db: Db, seq: number): Promise<Revision | undefined> => {
  const row = await db.selectFrom('revision').selectAll().where('seq', '=', seq).executeTakeFirst();
  return row === undefined ? undefined : revisionOf(row);
};

export type Wanted = {
  readonly of?: { readonly entry: string; readonly id: string } | undefined;
  readonly by?: string | undefined;
  readonly since?: Date | undefined;
  readonly before?: number | undefined;
  readonly most: number;
};

/** Revisions newest first. */
export const revisionsAbout = async (
  db: Db,
  { of, by, since, before, most }: Wanted,
): Promise<Revision[]> => {
  let query = db.selectFrom('revision').selectAll().orderBy('seq', 'desc').limit(most);
  if (of !== undefined)
    query = query.where('seq', 'in', (sub) =>
      sub.selectFrom('touch').select('touch.seq').where('entry', '=', of.entry).where('id', '=', of.id),
    );
  if (by !== undefined)
    query = query.where('by', 'in', (sub) =>
      sub.selectFrom('person').select('person.key').where('user', '=', by),
    );
  if (since !== undefined) query = query.where('at', '>=', since.toISOString());
  if (before !== undefined) query = query.where('seq', '<', before);
  return (await query.execute()).map(revisionOf);
};
