import { breakIn, START } from './chain.ts';
import type { Engine } from './engine.ts';
import { atOneMoment } from './ledger.ts';
import type { Revision } from './revision.ts';
import { revisionOf, rowsAfter } from './revisions.ts';
import type { Db } from './tables.ts';
import type { Witness } from './witness.ts';

export type Verified =
  | {
      readonly is: 'sound';
      readonly id: string;
      readonly revisions: readonly Revision[];
      readonly hash: string;
    }
  | { readonly is: 'damaged'; readonly why: string };

/** Every revision and every link between them, the row that says where they end, and what was noted of it outside. */
export const verify = async (
  { db, engine }: { readonly db: Db; readonly engine: Engine },
  witness: Witness | undefined,
): Promise<Verified> => {
  const found = await engine.inspect(db);
  if (found !== undefined) return damaged(`the database itself says: ${found.split('\n')[0]}`);
  const { rows, head } = await atOneMoment({ db, engine }, async (trx) => ({
    rows: await rowsAfter(trx, 0),
    head: await trx.selectFrom('head').selectAll().executeTakeFirst(),
  }));
  const broken = breakIn({ seq: 0, hash: START }, rows);
  if (broken !== undefined) return damaged(broken);
  if (head === undefined) return damaged('nothing says where it ends');
  const end = rows.at(-1) ?? { seq: 0, hash: START };
  if (head.seq !== end.seq || head.hash !== end.hash)
    return damaged(`it should end with revision ${head.seq}, and ends with ${end.seq}`);
  const contradiction = contradicts(rows, head.ledger, witness, engine.name);
  if (contradiction !== undefined) return damaged(contradiction);
  return { is: 'sound', id: head.ledger, revisions: rows.map(revisionOf), hash: head.hash };
};

const damaged = (why: string): Verified => ({ is: 'damaged', why });

const contradicts = (
  rows: readonly { readonly seq: number; readonly hash: string }[],
  id: string,
  witness: Witness | undefined,
  engine: Engine['name'],
): string | undefined => {
  if (witness === undefined || witness.seq === 0) return undefined;
  // Another server is another ledger, by the operator's own will.
  if (witness.ledger !== id)
    return engine === 'postgres' ? undefined : `it is not the ledger that had ${witness.seq} revisions here`;
  const last = rows.at(-1)?.seq ?? 0;
  if (last < witness.seq) return `it had ${witness.seq} revisions, and has only ${last}`;
  return rows[witness.seq - 1]?.hash === witness.hash
    ? undefined
    : `revision ${witness.seq} is not the one that was written here`;
};
