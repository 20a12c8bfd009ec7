import { helpful, wrong, wronged } from './mark-steps.ts';
import { askedModerators, askModerators } from './question-steps.ts';
import type { ReaderStep } from './reader-step.ts';

/** Every step that anybody may take, by the name that its `custom_id` carries. */
export const readerSteps: ReadonlyMap<string, ReaderStep> = new Map(
  Object.entries({
    'ask-moderators': askModerators,
    'asked-moderators': askedModerators,
    helpful,
    wrong,
    wronged,
  } satisfies Readonly<Record<string, ReaderStep>>),
);
