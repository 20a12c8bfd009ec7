import { sql } from 'kysely';
import { ask, type Ledger, write } from './ledger.ts';
import { numberIn } from './numbers.ts';
import { type Person, peopleBehind, personIn } from './people.ts';
import type { Question, QuestionState, Waiting } from './question.ts';
import type { Db, Tables, Trx } from './tables.ts';

type Row = Tables['question'];

/** Where more are asked, what was asked least and longest ago goes. */
const MOST = 5000;
const DAYS = 90;
const LONGEST = 300;
/** Those who wait for one answer. */
const MOST_WAITING = 100;

const DAY = 24 * 60 * 60_000;

const waitingStates = ['open', 'claimed'] as const satisfies readonly QuestionState[];

export type Missed = {
  readonly text: string;
  readonly same: string;
  readonly tell?: { readonly user: string; readonly channel: string };
};

/** Counts a question that was missed. One that had been answered is open again: the answer does not reach those who ask. */
export const countQuestion = (ledger: Ledger, { text, same, tell }: Missed): Promise<Question> =>
  write(ledger, async (trx) => {
    const now = ledger.now().toISOString();
    const before = await trx
      .selectFrom('question')
      .selectAll()
      .where('same', '=', same.slice(0, LONGEST))
      .executeTakeFirst();
    const row: Row =
      before === undefined
        ? {
            id: await numberIn(trx),
            same: same.slice(0, LONGEST),
            text: text.slice(0, LONGEST),
            state: 'open',
            count: 1,
            first: now,
            last: now,
            claimed_by: null,
            topic: null,
          }
        : {
            ...before,
            count: before.count + 1,
            last: now,
            state: before.state === 'answered' ? 'open' : before.state,
          };
    const { id, count, last, state } = row;
    if (before === undefined) {
      await makeRoom(trx, ledger.now());
      await trx.insertInto('question').values(row).execute();
    } else await trx.updateTable('question').set({ count, last, state }).where('id', '=', id).execute();
    if (tell !== undefined) await wait(trx, { question: id, ...tell });
    return one(trx, row);
  });

const wait = async (trx: Trx, row: Tables['waiting']): Promise<void> => {
  const { question } = row;
  const many = await trx.selectFrom('waiting').select('user').where('question', '=', question).execute();
  if (many.length >= MOST_WAITING) return;
  await trx
    .insertInto('waiting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['question', 'user']).doUpdateSet({ channel: row.channel }))
    .execute();
};

const makeRoom = async (trx: Trx, now: Date): Promise<void> => {
  const old = new Date(now.getTime() - DAYS * DAY).toISOString();
  await trx.deleteFrom('question').where('last', '<', old).execute();
  const { many } = await trx
    .selectFrom('question')
    .select(sql<number | string>`count(*)`.as('many'))
    .executeTakeFirstOrThrow();
  if (Number(many) < MOST) return;
  await trx
    .deleteFrom('question')
    .where('id', 'in', (sub) =>
      sub
        .selectFrom('question')
        .select('question.id')
        .orderBy('count')
        .orderBy('last')
        .limit(Number(many) - MOST + 1),
    )
    .execute();
};

/** Claims a question, or settles it. Whoever comes second with the same finds it done. Nothing where it is gone. */
export const moveQuestion = (
  ledger: Ledger,
  move: {
    readonly id: number;
    readonly by: Person;
    readonly state: Exclude<QuestionState, 'open'>;
    readonly topic: string | undefined;
  },
): Promise<Question | undefined> =>
  write(ledger, async (trx) => {
    const { id, by, state, topic } = move;
    const before = await trx.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
    if (before === undefined) return undefined;
    const claimed_by = await personIn(trx, by);
    const now = { state, claimed_by, topic: topic ?? null };
    await trx.updateTable('question').set(now).where('id', '=', id).execute();
    if (state === 'outside' || state === 'dismissed')
      await trx.deleteFrom('waiting').where('question', '=', id).execute();
    return one(trx, { ...before, ...now });
  });

export const questionAt = (ledger: Ledger, id: number): Promise<Question | undefined> =>
  ask(ledger, async (db) => {
    const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
    return row && one(db, row);
  });

/** What waits to be answered, most asked first. */
export const openQuestions = (ledger: Ledger, skip: number, most: number): Promise<Question[]> =>
  ask(ledger, async (db) =>
    all(
      db,
      await db
        .selectFrom('question')
        .selectAll()
        .where('state', 'in', waitingStates)
        .orderBy('count', 'desc')
        .orderBy('id')
        .offset(skip)
        .limit(most)
        .execute(),
    ),
  );

/** Those who wait for what is answered by now. */
export const waitingFor = (ledger: Ledger): Promise<Waiting[]> =>
  ask(ledger, async (db) => {
    const rows = await db
      .selectFrom('waiting')
      .innerJoin('question', 'question.id', 'waiting.question')
      .selectAll('question')
      .select(['waiting.user', 'waiting.channel'])
      .where('question.state', '=', 'answered')
      .orderBy('question.id')
      .limit(MOST_WAITING)
      .execute();
    const questions = await all(db, rows);
    return rows.flatMap(({ user, channel }, i) => {
      const question = questions[i];
      return question === undefined ? [] : [{ question, user, channel }];
    });
  });

/** Forgets that somebody waits. False where that was done before. */
export const forgetWaiting = (ledger: Ledger, { question, user }: Waiting): Promise<boolean> =>
  write(ledger, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('waiting')
      .where('question', '=', question.id)
      .where('user', '=', user)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  });

const one = async (db: Db | Trx, row: Row): Promise<Question> => {
  const [question] = await all(db, [row]);
  if (question === undefined) throw new Error('A question was lost between two lines');
  return question;
};

const all = async (db: Db | Trx, rows: readonly Row[]): Promise<Question[]> => {
  const people = await peopleBehind(
    db,
    rows.map(({ claimed_by }) => claimed_by),
  );
  return rows.map(({ id, text, state, count, first, last, claimed_by, topic }) => ({
    id,
    text,
    state,
    count,
    first,
    last,
    claimedBy: people.get(claimed_by),
    topic: topic ?? undefined,
  }));
};
