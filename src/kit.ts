/** The one door: everything that a command may use. */
export * from './discord/command.ts';
export { addFact, editFact, restoreFact, retractFact } from './discord/editing/fact-steps.ts';
export { historyPanel } from './discord/editing/history.ts';
export { reviews } from './discord/editing/review-steps.ts';
export { showFact } from './discord/editing/show.ts';
export { addSource } from './discord/editing/statement-steps.ts';
export { addTopic, phrase } from './discord/editing/topic-steps.ts';
export * from './discord/options.ts';
export { dateWords } from './discord/render/date.ts';
export * from './discord/reply.ts';
export * from './discord/story-options.ts';
export { refuse } from './refusal.ts';
export * from './story/answer.ts';
export { ask } from './story/ask.ts';
export { factsNaming } from './story/mentions.ts';
export * from './story/model.ts';
export type { Index } from './story/search/index.ts';
