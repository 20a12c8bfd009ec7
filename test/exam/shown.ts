/** What a member was shown for a question, whichever bot showed it. */
export type Shown = {
  readonly is: 'answer' | 'choice' | 'miss' | 'bug';
  /** The topics that were answered: none for a choice or a miss, two where two questions were. */
  readonly topics: readonly string[];
  /** The topics that a choice or a miss offers, nearest first. */
  readonly offers: readonly string[];
  /** Statements that the answer cites. */
  readonly cites: readonly string[];
  /** The answer's facts in words. */
  readonly facts: string;
  /** Everything that can be read in it, buttons left out. */
  readonly text: string;
};

/** A bot that can sit the examination. */
export type Bot = {
  readonly name: string;
  /** Asks as somebody who was never seen before, in a channel of their own, after what they asked there earlier. */
  readonly ask: (question: string, after?: readonly string[]) => Promise<Shown & { readonly ms: number }>;
};
