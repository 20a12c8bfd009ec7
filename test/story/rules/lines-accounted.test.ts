import { expect, test } from 'vitest';
import { account } from '../../../src/story/account.ts';
import { linesAccounted } from '../../../src/story/rules/lines-accounted.ts';
import { storyOf } from '../story-of.ts';
import { proves } from './cases.ts';

const second = { line: 2, as: 'no claim' };
const quote = 'sources.sources.echo-report.statements.corvane-lightning';
const quoted = {
  [`${quote}.gist`]: undefined,
  [`${quote}.quote`]: 'Corvane said that lightning struck',
  [`${quote}.line`]: 2,
};

proves(linesAccounted, [
  [
    'a line that is passed over',
    { 'story.lines': undefined },
    ['story.yaml · lines: line 2 of the article is quoted by no statement, and nothing here says why'],
    { 'story.lines': [{ line: 2, as: 'opinion' }] },
  ],
  [
    'a note on a line that a statement quotes',
    quoted,
    [
      'story.yaml · lines › 0: line 2 is quoted by "corvane-lightning", which says what it is: take this entry out',
    ],
    { ...quoted, 'story.lines': undefined },
  ],
  [
    'a second note on a line',
    { 'story.lines': [second, { ...second, as: 'opinion' }] },
    ['story.yaml · lines › 1: speaks of line 2 a second time'],
    { 'story.lines': [second] },
  ],
  [
    'a note on a line that there is not',
    { 'story.lines': [second, { line: 3, as: 'opinion' }] },
    ['story.yaml · lines › 1: the article has 2 lines, and none is number 3'],
    { 'story.lines': [second] },
  ],
]);

const echo = 'sources.sources.echo-report.statements.echo-silent';

test.each([
  ['evidence', {}],
  ['opinion', { [`${echo}.kind`]: 'opinion' }],
  [
    'contradicted',
    {
      'facts.facts.fell-silent.standing': 'contradicted',
      'facts.facts.fell-silent.rests': ['minutes-no-storm'],
      'facts.facts.fell-silent.against': ['echo-silent'],
    },
  ],
  [
    'evidence',
    { 'facts.facts.lightning.rests': ['minutes-no-storm'], 'facts.facts.lightning.against': ['echo-silent'] },
  ],
])(
  'a quoted line counts as %s by what its statements are, and by the facts that they speak against',
  (as, changes) => {
    expect(account(storyOf(changes)).map((line) => [line.line, line.as, line.statements.length])).toEqual([
      [1, as, 1],
      [2, 'no claim', 0],
    ]);
  },
);

test('a line that nothing speaks of is accounted for as nothing', () => {
  expect(account(storyOf({ 'story.lines': undefined })).at(1)).toEqual({ line: 2, statements: [] });
});
