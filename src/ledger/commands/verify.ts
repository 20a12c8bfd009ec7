import { writtenIn } from '../../book/export.ts';
import { textsIn } from '../../book/write.ts';
import { overlay } from '../../desk/overlay.ts';
import { START } from '../chain.ts';
import { withLedger } from './sound.ts';
import type { Verb } from './verb.ts';

/** Looks at every revision and every link, lays them over the book, and prints how many there are of what. */
export const verify: Verb = {
  usage: 'verify',
  run: async (_, setting) =>
    withLedger(setting, async ({ ledger, revisions }) => {
      const counted = async (table: 'proposal' | 'question', state: 'open'): Promise<number> =>
        (await ledger.db.selectFrom(table).select('id').where('state', '=', state).execute()).length;
      const laid = overlay(writtenIn(await textsIn(setting.knowledge)), revisions);
      const told =
        'problems' in laid
          ? [`they do not fit the book: ${laid.problems[0].message}`]
          : [
              `in the book already: ${laid.absorbed.size}`,
              `contradicted by the book: ${new Set(laid.conflicts.map(({ revision }) => revision.seq)).size}`,
            ];
      const end = revisions.at(-1);
      return {
        lines: [
          `${ledger.engine.name}, ${ledger.engine.place}`,
          `revisions: ${revisions.length}; every link holds`,
          `the end: ${end?.hash ?? START}`,
          ...told,
          `open proposals: ${await counted('proposal', 'open')}, open questions: ${await counted('question', 'open')}`,
        ],
        isWell: !('problems' in laid),
      };
    }),
};
