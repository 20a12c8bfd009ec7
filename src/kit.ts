/** The one door: everything that a command may use. */
export * from './discord/command.ts';
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
