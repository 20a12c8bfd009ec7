import type { Proposal } from '../ledger/proposal.ts';
import type { Question, Waiting } from '../ledger/question.ts';
import type { Recorded, Revision } from '../ledger/revision.ts';
import type { EntryKind } from '../story/entry.ts';
import type { Fact, NonEmpty } from '../story/model.ts';
import type { Moderator, Who } from './authorize.ts';
import type { Approved, Decided, Edit, Previewed, Proposed, Seen } from './outcome.ts';
import type { Present, Sound } from './present.ts';

/** One deed of one moderator. The key is Discord's id of the interaction: what is delivered twice is done once. */
export type Act = { readonly by: Moderator; readonly key: string };

/** The story was swapped: by the ledger, here or on another replica, or because the book was changed. */
export type Changed = {
  readonly present: Present;
  /** What is new in the ledger, oldest first; none where the book was changed. */
  readonly revisions: readonly Recorded[];
};

/** What of the history is wanted, newest first. */
export type About = {
  readonly of?: { readonly entry: EntryKind; readonly id: string };
  /** Discord's id of a moderator. */
  readonly by?: string;
  readonly since?: Date;
  /** Only what is older than this revision: the next page. */
  readonly before?: number;
  /** At most so many; 10 where it does not say. */
  readonly most?: number;
};

export type HistoryPage = {
  readonly revisions: readonly Recorded[];
  /** The `before` of the next page; nothing on the last one. */
  readonly next: number | undefined;
};

/**
 * The only way to change a fact. What reads, reads from memory or waits for the database; what changes refuses with a
 * sentence where the database is away, damaged or full, and answers go on from the story as it is.
 */
export type Desk = {
  /** The story as it is told now. */
  readonly present: () => Present;
  /** Called after each swap. Gives back what ends it. */
  readonly onChange: (listener: (changed: Changed) => void) => () => void;
  /** Why nothing can be changed just now, in a sentence; nothing where it can. */
  readonly obstacle: () => string | undefined;
  /** The book was changed, and holds: lays the ledger over it anew. Where the one no longer fits the other, the book is told alone. */
  readonly take: (book: Sound) => Promise<Present>;
  /** Reads what other replicas wrote. It is done by itself as well. */
  readonly catchUp: () => Promise<void>;
  readonly close: () => Promise<void>;

  /** Lets somebody in by the rights that came with the interaction; refuses everybody else. */
  readonly authorize: (who: Who) => Promise<Moderator>;
  /** Takes somebody's name out of ledger and work list, and tells in how many places it stood. The record stays. */
  readonly erase: (user: string) => Promise<number>;

  /** What an entry says now, and the stamp to send back with an edit of it. */
  readonly entry: <K extends EntryKind>(entry: K, id: string) => Seen<K> | undefined;
  /** What would become of the story. Writes nothing. */
  readonly preview: (edits: NonEmpty<Edit>) => Promise<Previewed>;
  /** Proposes edits to a second moderator; publishes them at once where none is asked for. `revises`: in place of an own proposal. */
  readonly propose: (
    act: Act & { readonly edits: NonEmpty<Edit>; readonly why: string; readonly revises?: number },
  ) => Promise<Proposed>;
  /** Publishes somebody else's proposal. */
  readonly approve: (act: Act & { readonly proposal: number }) => Promise<Approved>;
  readonly sendBack: (act: Act & { readonly proposal: number; readonly word: string }) => Promise<Decided>;
  readonly decline: (act: Act & { readonly proposal: number; readonly word: string }) => Promise<Decided>;
  /** Takes an own proposal back. */
  readonly withdraw: (act: Act & { readonly proposal: number }) => Promise<Decided>;
  readonly proposal: (id: number) => Promise<Proposal | undefined>;
  /** Those that wait for somebody, oldest first. */
  readonly proposals: () => Promise<readonly Proposal[]>;
  /** What the story would be with a proposal, laid over what is told now. */
  readonly previewOf: (proposal: Proposal) => Promise<Previewed>;
  /** Those that nobody has looked at for a day. Each is given once a day, to one replica. */
  readonly overdue: () => Promise<readonly Proposal[]>;
  /** What the ledger holds and the book does not say yet, oldest first: what an export has to write. */
  readonly unabsorbed: () => readonly Revision[];
  /** Takes a revision back, by a new one: at once, for what it goes back to has been told before. */
  readonly undo: (act: Act & { readonly seq: number; readonly why: string }) => Promise<Approved>;
  readonly revision: (seq: number) => Promise<Recorded | undefined>;
  readonly history: (about: About) => Promise<HistoryPage>;
  /** Facts whose day of review has come, the longest due first. */
  readonly stale: () => readonly Fact[];

  readonly drafts: Drafts;
  readonly questions: Questions;
  readonly marks: Marks;
  readonly followers: Followers;
  readonly tally: Tally;
};

/** What somebody has typed and not yet sent: kept for him alone, through a restart, until he sends it or a week has gone by. */
export type Drafts = {
  /** Keeps it, in place of the own one that `draft` names; gives its number. Refuses a text longer than 20,000 characters. */
  readonly keep: (act: Act & { readonly content: string; readonly draft?: number }) => Promise<number>;
  /** Nothing where there is none of that number, or it is not his. */
  readonly open: (by: Moderator, draft: number) => Promise<string | undefined>;
  readonly drop: (by: Moderator, draft: number) => Promise<void>;
};

/** The work list: what members asked and the record did not answer. */
export type Questions = {
  /** Puts a question on it, or counts it once more. `same`: equal for questions that mean the same. `tell`: he wants to hear of the answer. */
  readonly ask: (asked: {
    readonly text: string;
    readonly same: string;
    readonly tell?: { readonly user: string; readonly channel: string };
  }) => Promise<Question>;
  readonly question: (id: number) => Promise<Question | undefined>;
  /** Open and claimed ones, most asked first, from the `skip`-th on. */
  readonly list: (page?: { readonly skip?: number; readonly most?: number }) => Promise<readonly Question[]>;
  readonly claim: (act: Act & { readonly question: number }) => Promise<Question>;
  readonly settle: (
    act: Act & { readonly question: number } & (
        | { readonly as: 'answered'; readonly topic: string }
        | { readonly as: 'outside' | 'dismissed' }
      ),
  ) => Promise<Question>;
  /** Those who wait for an answer that is there now. */
  readonly waiting: () => Promise<readonly Waiting[]>;
  /** Forgets one who was told, or could not be reached. False where another replica has already told him. */
  readonly told: (waiting: Waiting) => Promise<boolean>;
};

export type Wrong = {
  readonly id: number;
  readonly fact: string;
  readonly stamp: string;
  /** Whether the fact still says what it said then. */
  readonly isPresent: boolean;
  readonly count: number;
  readonly reasons: readonly string[];
  readonly last: string;
};

/** What members say of a fact in one wording. */
export type Marks = {
  readonly helpful: (fact: string) => Promise<void>;
  readonly wrong: (fact: string, reason: string) => Promise<void>;
  /** What was marked wrong and not yet settled, most often marked first. */
  readonly wrongs: (most?: number) => Promise<readonly Wrong[]>;
  readonly settle: (act: Act & { readonly wrong: number }) => Promise<void>;
  /** How often a fact was found helpful and wrong, in whatever wording. */
  readonly of: (fact: string) => Promise<{ readonly helpful: number; readonly wrong: number }>;
};

export type Due = {
  readonly channel: string;
  readonly guild: string;
  readonly revisions: NonEmpty<Recorded>;
};

/** Channels that hear of corrections. */
export type Followers = {
  /** False where it follows already. */
  readonly follow: (place: { readonly channel: string; readonly guild: string }) => Promise<boolean>;
  readonly unfollow: (channel: string) => Promise<boolean>;
  /** Channels with news, of those that heard nothing for an hour. Each is given once, to one replica: it counts as posted. */
  readonly due: () => Promise<readonly Due[]>;
};

/** Numbers by day, and no words: nobody can be told from them. */
export type Tally = {
  readonly count: (kind: 'answered' | 'missed' | 'chosen', topic?: string) => void;
  readonly since: (
    day: Date,
  ) => Promise<
    readonly { readonly kind: string; readonly topic: string | undefined; readonly count: number }[]
  >;
};
