/** Where an unanswered question stands in the work list. */
export type QuestionState = 'open' | 'claimed' | 'answered' | 'outside' | 'dismissed';

/** A question that the record did not answer, without whoever asked it. */
export type Question = {
  readonly id: number;
  readonly text: string;
  readonly state: QuestionState;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  readonly claimedBy: { readonly id: string; readonly name: string } | undefined;
  /** The topic that answers it now. */
  readonly topic: string | undefined;
};

/** Somebody who wants to be told when it is answered: kept until he was told, and no longer. */
export type Waiting = {
  readonly question: Question;
  readonly user: string;
  readonly channel: string;
};
