import { setImmediate as pause } from 'node:timers/promises';
import { messagesFor } from './discord/render/render.ts';
import type { Problem } from './story/problem.ts';
import { check } from './story/rules/check.ts';
import type { Rule } from './story/rules/rule.ts';
import { houseRules } from './story/rules/rules.ts';
import type { Index } from './story/search/index.ts';

/**
 * Every house rule that a story breaks. They take up to a second of a story of some hundred facts: between them whoever
 * asks meanwhile gets an answer. A story so large that one rule alone keeps them waiting would have to be judged in a
 * thread of its own, here.
 */
export const checked = async (ready: Index): Promise<Problem[]> => {
  const judged: Rule[] = [];
  for (const rule of houseRules(messagesFor)) {
    await pause();
    const breaches = rule.check(ready);
    judged.push({ ...rule, check: () => breaches });
  }
  return check(ready, judged);
};
