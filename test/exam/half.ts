import { createHash } from 'node:crypto';

/** What is tuned on, and what is reported on and never looked at. */
export const halves = ['tuning', 'reporting'] as const;
export type Half = (typeof halves)[number];

/** Chosen once. Another seed would move questions that somebody has tuned on into the half that is reported on. */
const SEED = 'receipts-exam-1';

/** The half in which a question stands, by its words alone: questions that come or go move no other. */
export const halfOf = (ask: string, seed = SEED): Half =>
  (createHash('sha256').update(`${seed}\n${ask}`).digest()[0] ?? 0) < 128 ? 'tuning' : 'reporting';
