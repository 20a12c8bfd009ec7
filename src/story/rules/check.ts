import type { Problem } from '../problem.ts';
import type { Index } from '../search/index.ts';
import type { Rule } from './rule.ts';

/** Every breach of the rules, with the rule's reason; and every exception that is no longer needed. */
export const check = (index: Index, rules: readonly Rule[]): Problem[] => {
  const { exceptions } = index.story;
  const needed = new Set<unknown>();
  const breaches = rules.flatMap((rule) =>
    rule.check(index).flatMap(({ about, ...problem }): Problem[] => {
      const leave = exceptions.find((one) => one.rule === rule.name && one.about === about);
      if (leave !== undefined) needed.add(leave);
      return leave === undefined
        ? [{ ...problem, message: `${problem.message} [${rule.name}: ${rule.why}]` }]
        : [];
    }),
  );
  const idle = exceptions.flatMap((exception, i): Problem[] =>
    needed.has(exception)
      ? []
      : [
          {
            file: 'story.yaml',
            at: ['exceptions', i],
            message: `"${exception.about}" keeps to ${exception.rule}: take this exception out`,
          },
        ],
  );
  return [...breaches, ...idle];
};
