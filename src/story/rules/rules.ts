import type { Answer } from '../answer.ts';
import { allUsed } from './all-used.ts';
import { answersFit } from './answers-fit.ts';
import { bothSides } from './both-sides.ts';
import { gistsUnquoted } from './gists-unquoted.ts';
import { numbersInEvidence } from './numbers-in-evidence.ts';
import { phrasingsLeadHome } from './phrasings-lead-home.ts';
import { phrasingsOnce } from './phrasings-once.ts';
import { quotesVerbatim } from './quotes-verbatim.ts';
import type { Rule } from './rule.ts';

/** The house rules, cheapest first. The same ones run in the tests, at start, and before a correction is accepted. */
export const houseRules = (messagesFor: (answer: Answer) => number): readonly Rule[] => [
  allUsed,
  bothSides,
  gistsUnquoted,
  quotesVerbatim,
  numbersInEvidence,
  phrasingsOnce,
  phrasingsLeadHome,
  answersFit(messagesFor),
];
