import { ask } from '../ledger/ledger.ts';
import type { Proposal } from '../ledger/proposal.ts';
import { decideProposal, openProposals, proposalAt, takeOverdue } from '../ledger/proposals.ts';
import { revisionAt } from '../ledger/revisions.ts';
import { refuse } from '../refusal.ts';
import { newerIn } from './candidate.ts';
import type { Core } from './core.ts';
import type { Act, Desk } from './surface.ts';
import { words } from './words.ts';

type Review = Pick<
  Desk,
  'approve' | 'sendBack' | 'decline' | 'withdraw' | 'proposal' | 'proposals' | 'overdue'
>;

/** What a second moderator does with a proposal, and its author with his own. */
export const review = (core: Core): Review => {
  const proposal = async (id: number) => ask(core.ledger(), (db) => proposalAt(db, id));
  const found = async (id: number): Promise<Proposal> =>
    (await proposal(id)) ?? refuse('There is no such proposal any more.');
  const someoneElses = async ({
    by,
    proposal: id,
  }: Act & { readonly proposal: number }): Promise<Proposal> => {
    const one = await found(id);
    return one.author?.id === by.id ? refuse('Nobody reviews a proposal of his own.') : one;
  };
  const keyOf = async (seq: number): Promise<string | undefined> =>
    (await ask(core.ledger(), (db) => revisionAt(db, seq)))?.key;
  const decided = async (decision: Parameters<typeof decideProposal>[1]) => {
    const proposal = await decideProposal(core.ledger(), decision);
    return proposal === undefined
      ? refuse(gone(await found(decision.id)))
      : ({ is: 'decided', proposal } as const);
  };
  return {
    proposal,
    proposals: async () => ask(core.ledger(), openProposals),
    overdue: async () => takeOverdue(core.ledger()),
    approve: async (act) => {
      const { by, key } = act;
      const { id, why, changes, undoes, author, state, revision } = await someoneElses(act);
      if (author === undefined) return refuse('Its author is gone, and the proposal with him.');
      const drawn = () => newerIn(core.present(), changes, core.revisions()) ?? { changes };
      const entered = { key, why, by: author, approvedBy: by, undoes, proposal: id };
      // It may have been published by this very interaction, which was delivered twice.
      const isDone = revision !== undefined && (await keyOf(revision)) === key;
      if (state !== 'open' && !isDone) return refuse(gone({ state }));
      return core.publish(drawn, entered);
    },
    sendBack: async (act) => {
      const word = words(act.word, 'what is to be done');
      const { id } = await someoneElses(act);
      return decided({ id, key: act.key, by: act.by, word, state: 'sent-back', from: ['open'] });
    },
    decline: async (act) => {
      const word = words(act.word, 'why it is declined');
      const { id } = await someoneElses(act);
      return decided({ id, key: act.key, by: act.by, word, state: 'declined', from: ['open', 'sent-back'] });
    },
    withdraw: async ({ by, key, proposal: id }) => {
      const { author } = await found(id);
      if (author?.id !== by.id) return refuse('Only its author can withdraw a proposal.');
      return decided({ id, key, by, word: undefined, state: 'withdrawn', from: ['open', 'sent-back'] });
    },
  };
};

const gone = ({ state }: Pick<Proposal, 'state'>): string => {
  switch (state) {
    case 'open':
      return 'That cannot be done with this proposal.';
    case 'sent-back':
      return 'That proposal was sent back, and waits for its author.';
    case 'declined':
      return 'That proposal was declined.';
    case 'withdrawn':
      return 'That proposal was withdrawn.';
    case 'published':
      return 'That proposal is published already.';
    default:
      return state satisfies never;
  }
};
