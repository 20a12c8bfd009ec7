import { ask } from '../ledger/ledger.ts';
import { revisionAt, revisionsAbout, withPeople } from '../ledger/revisions.ts';
import { refuse } from '../refusal.ts';
import type { Change } from '../story/entry.ts';
import { hasSome, type NonEmpty } from '../story/model.ts';
import { newerIn } from './candidate.ts';
import type { Core } from './core.ts';
import type { Desk } from './surface.ts';
import { words } from './words.ts';

const PAGE = 10;
const LARGEST = 50;

/** What was changed, by whom and why, and how it is taken back. */
export const history = (core: Core): Pick<Desk, 'history' | 'revision' | 'undo' | 'unabsorbed'> => ({
  history: async ({ most = PAGE, ...about }) => {
    const page = Math.max(1, Math.min(most, LARGEST));
    return ask(core.ledger(), async (db) => {
      const found = await revisionsAbout(db, { ...about, most: page + 1 });
      const revisions = await withPeople(db, found.slice(0, page));
      return { revisions, next: found.length > page ? revisions.at(-1)?.seq : undefined };
    });
  },
  revision: async (seq) =>
    ask(core.ledger(), async (db) => {
      const found = await revisionAt(db, seq);
      return found && (await withPeople(db, [found]))[0];
    }),
  undo: async ({ by, key, seq, why: said }) => {
    const why = words(said, 'why it is taken back');
    core.ledger();
    const changes = () => {
      const found = core.revisions().find((one) => one.seq === seq) ?? refuse(`There is no revision ${seq}.`);
      const reversed = reverse(found.changes);
      return newerIn(core.present(), reversed, core.revisions()) ?? { changes: reversed };
    };
    return core.publish(changes, {
      by,
      key,
      why,
      approvedBy: undefined,
      undoes: seq,
      proposal: undefined,
    });
  },
  unabsorbed: () => {
    const { absorbed } = core.present();
    return core.revisions().filter(({ seq }) => !absorbed.has(seq));
  },
});

const reverse = (changes: NonEmpty<Change>): NonEmpty<Change> => {
  const reversed = changes.map(
    (change) => ({ ...change, before: change.after, after: change.before }) as Change,
  );
  return hasSome(reversed) ? reversed : changes;
};
