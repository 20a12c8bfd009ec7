import { account, type Line } from '../story/account.ts';
import type { Fact, Statement, Story } from '../story/model.ts';
import { storyIn } from './story-in.ts';
import { count, table, type Verb } from './verb.ts';

/** What became of each line of the article. Its text is not kept here, so the quotes that we hold stand for it. */
export const lines: Verb = {
  usage: 'lines',
  run: async (_, { knowledge, page }) => {
    const story = await storyIn(knowledge);
    const all = account(story);
    const missing = all.filter(({ as }) => as === undefined);
    const widest = String(all.length).length;
    const entries = all.map(
      (line) =>
        [
          `${String(line.line).padStart(widest)}  ${line.as ?? 'not accounted for'}`,
          contents(story, line),
        ] as const,
    );
    return {
      lines: [...(all.length > 0 ? table(entries, page, 0) : []), summary(all)],
      isWell: missing.length === 0,
    };
  },
};

const contents = (story: Story, { statements, note }: Line): string =>
  statements.length > 0
    ? statements.map((statement) => quoteText(story, statement)).join(' · ')
    : (note ?? 'no statement quotes it');

const quoteText = ({ facts }: Story, statement: Statement): string => {
  const all = [...facts.values()];
  const uses = [
    ...used(
      'for',
      all.filter(({ rests }) => rests.includes(statement)),
    ),
    ...used(
      'against',
      all.filter(({ against }) => against.includes(statement)),
    ),
  ];
  return `“${statement.wording.text}” ${statement.id}: ${uses.join(', ') || 'cited by no fact'}`;
};

const used = (how: string, facts: readonly Fact[]): string[] =>
  facts.length > 0 ? [`${how} ${facts.map(({ id }) => id).join(' and ')}`] : [];

const summary = (all: readonly Line[]): string => {
  const kinds = Map.groupBy(all, ({ as }) => as ?? 'not accounted for');
  const parts = [...kinds].map(([as, some]) => `${some.length} ${as}`);
  return `${count(all.length, 'line')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
};
