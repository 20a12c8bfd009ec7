import { sql } from 'kysely';
import type { Trx } from './tables.ts';

/** A number that nothing else was ever given: what is gone is not mistaken for what came after. */
export const numberIn = async (trx: Trx): Promise<number> => {
  const { made } = await trx
    .updateTable('head')
    .set({ made: sql<number>`made + 1` })
    .returning('made')
    .executeTakeFirstOrThrow();
  return made;
};
