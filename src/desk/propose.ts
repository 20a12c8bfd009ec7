import { enterProposal } from '../ledger/proposals.ts';
import { refuse } from '../refusal.ts';
import type { NonEmpty } from '../story/model.ts';
import { candidate, changesFor, newerIn } from './candidate.ts';
import type { Core } from './core.ts';
import type { Edit, Previewed } from './outcome.ts';
import type { Desk } from './surface.ts';
import { words } from './words.ts';

/** More entries than these nobody reviews at a glance. */
const MOST_EDITS = 20;

export const preview = async (core: Core, edits: NonEmpty<Edit>): Promise<Previewed> => {
  if (edits.length > MOST_EDITS)
    return refuse(`That changes more than ${MOST_EDITS} things at once. Take it in parts.`);
  const drawn = changesFor(core.present(), edits, core.revisions());
  return 'is' in drawn ? drawn : candidate(core.judge, core.present(), drawn.changes);
};

export const previewOf: (core: Core) => Desk['previewOf'] =
  (core) =>
  async ({ changes }) =>
    newerIn(core.present(), changes, core.revisions()) ?? candidate(core.judge, core.present(), changes);

/** A change goes to a second moderator, or, where the settings ask for none, into the record. */
export const propose =
  (core: Core, reviewers: 0 | 1): Desk['propose'] =>
  async ({ by, key, edits, why: said, revises }) => {
    const why = words(said, 'why it is to be changed');
    const ledger = core.ledger();
    if (reviewers === 0)
      return core.publish(() => changesFor(core.present(), edits, core.revisions()), {
        by,
        key,
        why,
        approvedBy: undefined,
        undoes: undefined,
        proposal: undefined,
      });
    const previewed = await preview(core, edits);
    if (previewed.is !== 'ready') return previewed;
    const { changes } = previewed;
    const entered = await enterProposal(ledger, { by, key, why, changes, undoes: undefined, revises });
    switch (entered.is) {
      case 'entered':
      case 'again':
        return { is: 'proposed', proposal: entered.proposal, isAgain: entered.is === 'again' };
      case 'not his':
        return refuse('That proposal is not yours to change, or it no longer waits.');
      case 'too fast':
        return refuse('You have proposed a great deal in ten minutes. Wait a little.');
      case 'too many':
        return refuse('Too many proposals wait already. Review some first.');
      default:
        return entered satisfies never;
    }
  };
