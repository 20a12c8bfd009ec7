import { account, quoting } from '../account.ts';
import type { Rule } from './rule.ts';

export const linesAccounted: Rule = {
  name: 'lines-accounted',
  why: 'a line of the article that is passed over in silence is one that nobody has checked',
  check: ({ story }) => {
    const { article, lines } = story;
    const unaccounted = account(story).filter(({ as }) => as === undefined);
    return [
      ...unaccounted.map(({ line }) => ({
        file: 'story.yaml',
        at: ['lines'],
        about: `line ${line}`,
        message: `line ${line} of the article is quoted by no statement, and nothing here says why`,
      })),
      ...lines.flatMap(({ line }, i) => {
        const [quote] = quoting(story, line);
        const message =
          line > article.fingerprint.length
            ? `the article has ${article.fingerprint.length} lines, and none is number ${line}`
            : quote !== undefined
              ? `line ${line} is quoted by "${quote.id}", which says what it is: take this entry out`
              : lines.findIndex((one) => one.line === line) < i
                ? `speaks of line ${line} a second time`
                : undefined;
        return message === undefined
          ? []
          : [{ file: 'story.yaml', at: ['lines', i], about: `line ${line}`, message }];
      }),
    ];
  },
};
