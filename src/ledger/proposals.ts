import { canonical } from '../story/entry.ts';
import { type Ledger, write } from './ledger.ts';
import { numberIn } from './numbers.ts';
import { type Person, peopleBehind, personIn } from './people.ts';
import type { Proposal, ProposalState } from './proposal.ts';
import type { Draft } from './revision.ts';
import { readChanges } from './revisions.ts';
import type { Db, Tables, Trx } from './tables.ts';

type Row = Tables['proposal'];

/** More than these nobody reviews: who wants to propose has to review first. */
const MOST_OPEN = 200;

/** One person's proposals in ten minutes: more is a hand that slipped, or worse. */
const MOST_AT_ONCE = 20;
const AT_ONCE = 10 * 60_000;

const DAY = 24 * 60 * 60_000;

export type Entering = Draft & {
  readonly key: string;
  readonly by: Person;
  readonly undoes: number | undefined;
  /** The proposal in whose place it comes: the author's own, still open or sent back. */
  readonly revises: number | undefined;
};

export type EnteredProposal =
  | { readonly is: 'entered' | 'again'; readonly proposal: Proposal }
  | { readonly is: 'too many' | 'too fast' | 'not his' };

/** Keeps a proposal until somebody reviews it. */
export const enterProposal = (ledger: Ledger, entering: Entering): Promise<EnteredProposal> =>
  write(ledger, async (trx): Promise<EnteredProposal> => {
    const { key, by, why, changes, undoes, revises } = entering;
    const done = await trx
      .selectFrom('proposal')
      .selectAll()
      .where((or) => or.or([or('key', '=', key), or('acted', '=', key)]))
      .executeTakeFirst();
    if (done !== undefined) return { is: 'again', proposal: await one(trx, done) };
    const author = await personIn(trx, by);
    const now = ledger.now();
    const said = {
      why,
      changes: canonical(changes),
      undoes: undoes ?? null,
      state: 'open' as const,
      acted: key,
    };
    if (revises !== undefined) {
      const row = await trx
        .updateTable('proposal')
        .set({ ...said, word: null, reviewer: null, reminded: null, created: now.toISOString() })
        .where('id', '=', revises)
        .where('author', '=', author)
        .where('state', 'in', ['open', 'sent-back'])
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? { is: 'not his' } : { is: 'entered', proposal: await one(trx, row) };
    }
    const recent = new Date(now.getTime() - AT_ONCE).toISOString();
    const own = trx.selectFrom('proposal').select('id').where('author', '=', author);
    const quick = await own.where('created', '>', recent).limit(MOST_AT_ONCE).execute();
    if (quick.length === MOST_AT_ONCE) return { is: 'too fast' };
    const open = trx.selectFrom('proposal').select('id').where('state', '=', 'open');
    if ((await open.limit(MOST_OPEN).execute()).length === MOST_OPEN) return { is: 'too many' };
    const row = {
      ...said,
      id: await numberIn(trx),
      key,
      author,
      reviewer: null,
      word: null,
      created: now.toISOString(),
      reminded: null,
      revision: null,
    };
    await trx.insertInto('proposal').values(row).execute();
    return { is: 'entered', proposal: await one(trx, row) };
  });

/** Brings a proposal into another state. `not open`: somebody else was first. */
export const decideProposal = (
  ledger: Ledger,
  decision: {
    readonly id: number;
    readonly key: string;
    readonly state: Exclude<ProposalState, 'open' | 'published'>;
    readonly from: readonly ProposalState[];
    readonly by: Person;
    readonly word: string | undefined;
  },
): Promise<Proposal | undefined> =>
  write(ledger, async (trx) => {
    const { id, key, state, from, by, word = null } = decision;
    const row = await trx.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined || row.acted === key) return row && one(trx, row);
    if (!from.includes(row.state)) return undefined;
    const reviewer = state === 'withdrawn' ? null : await personIn(trx, by);
    const decided = { ...row, state, word, reviewer, acted: key };
    await trx
      .updateTable('proposal')
      .set({ state, word, reviewer, acted: key })
      .where('id', '=', id)
      .execute();
    return one(trx, decided);
  });

export const proposalAt = async (db: Db, id: number): Promise<Proposal | undefined> => {
  const row = await db.selectFrom('proposal').selectAll().where('id', '=', id).executeTakeFirst();
  return row && one(db, row);
};

/** Those that wait, oldest first. */
export const openProposals = async (db: Db): Promise<Proposal[]> =>
  all(
    db,
    await db
      .selectFrom('proposal')
      .selectAll()
      .where('state', '=', 'open')
      .orderBy('id')
      .limit(MOST_OPEN)
      .execute(),
  );

/** Those that wait for a day or longer, and that nobody was reminded of today; he is now. Closed ones go after 90 days. */
export const takeOverdue = (ledger: Ledger): Promise<Proposal[]> =>
  write(ledger, async (trx) => {
    const now = ledger.now();
    const yesterday = new Date(now.getTime() - DAY).toISOString();
    await trx
      .deleteFrom('proposal')
      .where('state', 'in', ['declined', 'withdrawn', 'published'])
      .where('created', '<', new Date(now.getTime() - 90 * DAY).toISOString())
      .execute();
    const rows = await trx
      .updateTable('proposal')
      .set({ reminded: now.toISOString() })
      .where('state', '=', 'open')
      .where('created', '<=', yesterday)
      .where((or) => or.or([or('reminded', 'is', null), or('reminded', '<=', yesterday)]))
      .returningAll()
      .execute();
    return all(
      trx,
      rows.toSorted((a, b) => a.id - b.id),
    );
  });

const one = async (db: Db | Trx, row: Row): Promise<Proposal> => {
  const [proposal] = await all(db, [row]);
  if (proposal === undefined) throw new Error('A proposal was lost between two lines');
  return proposal;
};

const all = async (db: Db | Trx, rows: readonly Row[]): Promise<Proposal[]> => {
  const people = await peopleBehind(
    db,
    rows.flatMap(({ author, reviewer }) => [author, reviewer]),
  );
  return rows.map(({ id, state, why, changes, word, author, reviewer, created, revision, undoes }) => ({
    id,
    state,
    why,
    changes: readChanges(changes),
    word: word ?? undefined,
    author: people.get(author),
    reviewer: people.get(reviewer)?.name,
    created,
    revision: revision ?? undefined,
    undoes: undoes ?? undefined,
  }));
};
