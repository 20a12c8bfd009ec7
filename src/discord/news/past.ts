import type { Revision } from '../../ledger/revision.ts';
import type { Editing } from '../moderating.ts';

/** What was published of late, without those who did it: it is for everybody. */
export type Past = {
  readonly today: Date;
  /** Newest first; of very many the newest. */
  readonly since: (day: Date) => Promise<readonly Revision[]>;
};

const A_PAGE = 50;

/** More than these nobody leafs through. */
export const MOST_PAST = 200;

export const pastOf = (editing: Editing | undefined): Past => ({
  today: editing?.now() ?? new Date(),
  since: async (day) => {
    if (editing === undefined) return [];
    const all: Revision[] = [];
    let before: number | undefined;
    do {
      const most = Math.min(A_PAGE, MOST_PAST - all.length);
      const { revisions, next } = await editing.desk.history({
        since: day,
        most,
        ...(before !== undefined && { before }),
      });
      all.push(...revisions.map(({ author: _, approver: __, ...revision }) => revision));
      before = next;
    } while (before !== undefined && all.length < MOST_PAST);
    return all;
  },
});
