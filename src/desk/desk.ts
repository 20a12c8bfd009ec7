import { erasePerson } from '../ledger/people.ts';
import { entryIn } from '../story/entry.ts';
import { authorize, type Rights } from './authorize.ts';
import { seenOf } from './candidate.ts';
import { type Footing, openCore } from './core.ts';
import { history } from './history.ts';
import { preview, previewOf, propose } from './propose.ts';
import { review } from './review.ts';
import type { Desk } from './surface.ts';
import { tally } from './tally.ts';
import { drafts, followers, marks, questions } from './work-list.ts';

export type Settings = Footing & {
  readonly rights: Rights;
  /** How many others have to agree to a change. */
  readonly reviewers: 0 | 1;
};

/** Opens the desk over a book that holds. A ledger that is away or damaged keeps nobody from being answered: the book is told. */
export const openDesk = async ({ rights, reviewers, ...footing }: Settings): Promise<Desk> => {
  const core = await openCore(footing);
  const { present, onChange, obstacle, take, catchUp, ledger } = core;
  const numbers = tally(core);
  return {
    present,
    onChange,
    obstacle,
    take,
    catchUp,
    authorize: async (who) => authorize(rights, who),
    erase: async (user) => erasePerson(ledger(), user),
    entry: (entry, id) => {
      const value = entryIn(present().written, entry, id);
      return value === null ? undefined : seenOf(value);
    },
    preview: (edits) => preview(core, edits),
    previewOf: previewOf(core),
    propose: propose(core, reviewers),
    ...review(core),
    ...history(core),
    stale: () => {
      const today = footing.place.now().toISOString().slice(0, 10);
      return [...present().index.story.facts.values()]
        .filter(({ reviewBy, retracted }) => reviewBy !== undefined && reviewBy <= today && !retracted)
        .toSorted((a, b) => ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1));
    },
    drafts: drafts(core),
    questions: questions(core),
    marks: marks(core),
    followers: followers(core),
    tally: numbers,
    close: async () => {
      await numbers.close();
      await core.close();
    },
  };
};
