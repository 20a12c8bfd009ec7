import { expect, test } from 'vitest';
import { problemLine } from '../../../src/story/problem.ts';
import type { Rule } from '../../../src/story/rules/rule.ts';
import { type Changes, indexOf } from '../story-of.ts';

/** What breaks a rule in the small story, what is then told, and the twin that keeps it. */
export type Case = readonly [what: string, breaks: Changes, problems: readonly string[], keeps: Changes];

/** Each case finds its problems, and its twin none. */
export const proves = (rule: Rule, cases: readonly Case[]): void => {
  const told = (changes: Changes) => rule.check(indexOf(changes)).map(problemLine);
  test.each(cases)(`${rule.name} refuses %s`, (_, breaks, problems) => {
    expect(told(breaks)).toEqual(problems);
  });
  test.each(cases)(`${rule.name} allows the twin of %s`, (_, __, ___, keeps) => {
    expect(told(keeps)).toEqual([]);
  });
};
