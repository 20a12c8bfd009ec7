import { inboxOpening, inboxSteps } from '../inbox/steps.ts';
import type { Step, Steps } from '../step.ts';
import * as draft from './draft-steps.ts';
import * as fact from './fact-steps.ts';
import * as past from './history.ts';
import * as review from './review-steps.ts';
import * as shown from './show.ts';
import * as statement from './statement-steps.ts';
import * as topic from './topic-steps.ts';

const named: Readonly<Record<string, Step>> = {
  show: shown.show,
  edit: shown.edit,
  retract: shown.retract,
  restore: shown.restore,

  edited: fact.edited,
  added: fact.added,
  retracted: fact.retracted,
  restored: fact.restored,

  draft: draft.draft,
  words: draft.words,
  reworded: draft.reworded,
  rebase: draft.rebase,
  evidence: draft.evidence,
  sought: draft.sought,
  lean: draft.lean,
  'topic-facts': draft.topicFacts,
  'answer-by': draft.answerBy,
  'find-source': draft.findSource,
  'source-sought': draft.sourceSought,
  send: draft.send,
  discard: draft.discard,

  'state-from': statement.stateFrom,
  stated: statement.stated,
  restate: statement.restate,
  'source-added': statement.sourceAdded,
  'more-of-source': statement.moreOfSource,
  'source-told': statement.sourceTold,
  speaker: statement.speakerOf,
  spoken: statement.spoken,

  'topic-added': topic.topicAdded,
  phrased: topic.phrased,

  look: review.look,
  reviews: review.reviews,
  approve: review.approve,
  'send-back': review.sendBack,
  'sent-back': review.sentBack,
  decline: review.decline,
  declined: review.declined,
  withdraw: review.withdraw,
  'take-up': review.takeUp,

  history: past.history,
  undo: past.undo,
  undone: past.undone,

  ...inboxSteps,
};

/** Every step that a control of the moderators can ask for, by the name that its `custom_id` carries. */
export const steps: Steps = new Map(Object.entries(named));

/** Those that open a form, which Discord takes only as a first answer: nothing may be announced before it. */
export const opening: ReadonlySet<string> = new Set([
  'edit',
  'retract',
  'restore',
  'words',
  'rebase',
  'evidence',
  'find-source',
  'state-from',
  'restate',
  'more-of-source',
  'speaker',
  'send-back',
  'decline',
  'undo',
  ...inboxOpening,
]);
