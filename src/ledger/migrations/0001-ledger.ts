import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { START } from '../chain.ts';

export const up = async (db: Kysely<unknown>): Promise<void> => {
  const table = (name: string) => db.schema.createTable(name).ifNotExists();
  await table('person')
    .addColumn('key', 'integer', (column) => column.primaryKey())
    .addColumn('user', 'text', (column) => column.unique())
    .addColumn('name', 'text')
    .execute();
  await table('revision')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('by', 'integer', (column) => column.notNull().references('person.key'))
    .addColumn('approved_by', 'integer', (column) => column.references('person.key'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('undoes', 'integer')
    .addColumn('prev', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await table('touch')
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull().references('revision.seq'))
    .addPrimaryKeyConstraint('touch_key', ['entry', 'id', 'seq'])
    .execute();
  await table('head')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('ledger', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('made', 'integer', (column) => column.notNull())
    .execute();
  await table('proposal')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('author', 'integer', (column) => column.notNull().references('person.key'))
    .addColumn('reviewer', 'integer', (column) => column.references('person.key'))
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .addColumn('word', 'text')
    .addColumn('created', 'text', (column) => column.notNull())
    .addColumn('reminded', 'text')
    .addColumn('revision', 'integer')
    .addColumn('undoes', 'integer')
    .addColumn('acted', 'text', (column) => column.notNull())
    .execute();
  await table('draft')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('person', 'integer', (column) => column.notNull().references('person.key'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await table('question')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('same', 'text', (column) => column.notNull().unique())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('first', 'text', (column) => column.notNull())
    .addColumn('last', 'text', (column) => column.notNull())
    .addColumn('claimed_by', 'integer', (column) => column.references('person.key'))
    .addColumn('topic', 'text')
    .execute();
  await table('waiting')
    .addColumn('question', 'integer', (column) =>
      column.notNull().references('question.id').onDelete('cascade'),
    )
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waiting_key', ['question', 'user'])
    .execute();
  await table('mark')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('fact', 'text', (column) => column.notNull())
    .addColumn('stamp', 'text', (column) => column.notNull())
    .addColumn('helpful', 'integer', (column) => column.notNull())
    .addColumn('wrong', 'integer', (column) => column.notNull())
    .addColumn('open', 'integer', (column) => column.notNull())
    .addColumn('last', 'text', (column) => column.notNull())
    .addUniqueConstraint('mark_of', ['fact', 'stamp'])
    .execute();
  await table('reason')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('mark', 'integer', (column) => column.notNull().references('mark.id').onDelete('cascade'))
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await table('follower')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('posted', 'text')
    .execute();
  await table('tally')
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('topic', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('tally_key', ['day', 'kind', 'topic'])
    .execute();
  await (db as Kysely<{ head: { one: number; ledger: string; seq: number; hash: string; made: number } }>)
    .insertInto('head')
    .values({ one: 1, ledger: randomUUID(), seq: 0, hash: START, made: 0 })
    .onConflict((conflict) => conflict.column('one').doNothing())
    .execute();
};
