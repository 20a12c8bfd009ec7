import type { Steps } from '../step.ts';

/** Every step that a control of the moderators can ask for, by the name that its `custom_id` carries. */
export const steps: Steps = new Map();
