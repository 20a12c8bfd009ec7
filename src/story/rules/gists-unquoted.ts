import type { Rule } from './rule.ts';

export const gistsUnquoted: Rule = {
  name: 'gists-unquoted',
  why: "quotation marks promise somebody's own words, and only a checked quote keeps that promise",
  check: ({ story }) => [
    ...[...story.statements.values()].flatMap(({ id, source, wording }) =>
      wording.as === 'gist' && /["“”„«»]/.test(wording.text)
        ? [
            {
              file: 'sources.yaml',
              at: ['sources', source.id, 'statements', id, 'gist'],
              about: id,
              message: 'holds quotation marks',
            },
          ]
        : [],
    ),
    ...[...story.facts.values()].flatMap(({ id, text }) =>
      /["“”„«»]/.test(text)
        ? [{ file: 'facts.yaml', at: ['facts', id, 'text'], about: id, message: 'holds quotation marks' }]
        : [],
    ),
  ],
};
