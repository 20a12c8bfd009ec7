import type { Answer } from '../answer.ts';
import { addressesOnce } from './addresses-once.ts';
import { allUsed } from './all-used.ts';
import { answersBrief } from './answers-brief.ts';
import { answersFit } from './answers-fit.ts';
import { bothSides } from './both-sides.ts';
import { datesInOrder } from './dates-in-order.ts';
import { gistsUnquoted } from './gists-unquoted.ts';
import { linesAccounted } from './lines-accounted.ts';
import { namesInEvidence } from './names-in-evidence.ts';
import { numbersInEvidence } from './numbers-in-evidence.ts';
import { opinionsLabelled } from './opinions-labelled.ts';
import { phrasingsLeadHome } from './phrasings-lead-home.ts';
import { phrasingsOnce } from './phrasings-once.ts';
import { quotesVerbatim } from './quotes-verbatim.ts';
import { readsEasily } from './reads-easily.ts';
import type { Rule } from './rule.ts';
import { titlesFit } from './titles-fit.ts';
import { unansweredApart } from './unanswered-apart.ts';
import { weakSourcesSaid } from './weak-sources-said.ts';

/**
 * The house rules: first what is said and on what it rests, then how it is asked and shown. The same ones run in the
 * tests, at start, and before a correction is accepted.
 */
export const houseRules = (messagesFor: (answer: Answer) => number): readonly Rule[] => [
  allUsed,
  linesAccounted,
  addressesOnce,
  gistsUnquoted,
  quotesVerbatim,
  namesInEvidence,
  numbersInEvidence,
  datesInOrder,
  bothSides,
  opinionsLabelled,
  weakSourcesSaid,
  readsEasily,
  titlesFit,
  answersBrief,
  answersFit(messagesFor),
  phrasingsOnce,
  phrasingsLeadHome,
  unansweredApart,
];
