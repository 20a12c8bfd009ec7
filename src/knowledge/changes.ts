import type { Fact, Story, Topic } from '../story/model.ts';

/** What became of one fact or topic, for readers. */
export type Change = {
  readonly what: 'fact' | 'topic';
  readonly id: string;
  readonly is: 'new' | 'changed' | 'gone';
  /** What went, and what came instead. */
  readonly details: readonly { readonly of: string; readonly old?: string; readonly now?: string }[];
};

type Detail = Change['details'][number];

/** What a reader of the later story finds changed since the earlier one: facts first, then topics. */
export const changes = (old: Story, now: Story): Change[] => [
  ...between(old.facts, now.facts, 'fact', factDetails, ({ text, standing }) => `${text} (${standing})`),
  ...between(old.topics, now.topics, 'topic', topicDetails, ({ title }) => title),
];

const between = <T>(
  old: ReadonlyMap<string, T>,
  now: ReadonlyMap<string, T>,
  what: Change['what'],
  detailsOf: (one: T, other: T) => Detail[],
  textOf: (one: T) => string,
): Change[] => [
  ...[...now].flatMap(([id, one]): Change[] => {
    const before = old.get(id);
    if (before === undefined) return [{ what, id, is: 'new', details: [{ of: '', now: textOf(one) }] }];
    const details = detailsOf(before, one);
    return details.length > 0 ? [{ what, id, is: 'changed', details }] : [];
  }),
  ...[...old].flatMap(([id, one]): Change[] =>
    now.has(id) ? [] : [{ what, id, is: 'gone', details: [{ of: '', old: textOf(one) }] }],
  ),
];

const differs = (of: string, old: string, now: string): Detail[] => (old === now ? [] : [{ of, old, now }]);

const ids = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join(', ') || 'none';

const factDetails = (old: Fact, now: Fact): Detail[] => [
  ...differs('wording', old.text, now.text),
  ...differs('standing', old.standing, now.standing),
  ...differs('as of', old.asOf, now.asOf),
  ...differs('timeline', old.when ?? 'not on it', now.when ?? 'not on it'),
  ...differs('rests on', ids(old.rests), ids(now.rests)),
  ...differs('against it', ids(old.against), ids(now.against)),
];

const topicDetails = (old: Topic, now: Topic): Detail[] => [
  ...differs('title', old.title, now.title),
  ...differs('facts', ids(old.facts), ids(now.facts)),
  ...differs('next', ids(old.next), ids(now.next)),
  ...old.asked.filter((one) => !now.asked.includes(one)).map((one) => ({ of: 'asked', old: one })),
  ...now.asked.filter((one) => !old.asked.includes(one)).map((one) => ({ of: 'asked', now: one })),
];
