import { refuse } from '../refusal.ts';
import { factsNaming } from '../story/mentions.ts';
import type { Actor, Fact, Source, Statement, Story, Topic } from '../story/model.ts';
import { namedLike } from '../story/search/named.ts';
import { saidText, statementText } from './said.ts';
import { storyIn } from './story-in.ts';
import { type Entry, table, type Verb } from './verb.ts';

/** How many ids are offered to somebody whose id there is not. */
const NEAREST = 5;

type Sheet = { readonly head: string; readonly entries: readonly Entry[] };

/** All that is known of one thing: what it rests on, and what rests on it. Two things may have one name: both are shown. */
export const show: Verb = {
  usage: 'show ID',
  run: async ([id], { knowledge, page }) => {
    if (id === undefined) return refuse('Of what? knowledge show ID');
    const story = await storyIn(knowledge);
    const sheets = [
      ...sheetOf(story.topics, id, 'topic', (topic) => topicEntries(story, topic)),
      ...sheetOf(story.facts, id, 'fact', (fact) => factEntries(story, fact)),
      ...sheetOf(story.statements, id, 'statement', (statement) => statementEntries(story, statement)),
      ...sheetOf(story.sources, id, 'source', (source) => sourceEntries(story, source)),
      ...sheetOf(story.actors, id, 'actor', (actor) => actorEntries(story, actor)),
    ];
    if (sheets.length === 0) return refuse(unknown(story, id));
    const lines = sheets.flatMap(({ head, entries }) => [
      page.ink.bold(head),
      ...table(
        entries.filter(([, text]) => text !== ''),
        page,
      ),
    ]);
    return { lines, isWell: true };
  },
};

const sheetOf = <T>(
  all: ReadonlyMap<string, T>,
  id: string,
  kind: string,
  entriesOf: (one: T) => readonly Entry[],
): Sheet[] => {
  const one = all.get(id);
  return one === undefined ? [] : [{ head: `${kind} ${id}`, entries: entriesOf(one) }];
};

const unknown = ({ topics, facts, statements, sources, actors }: Story, id: string): string => {
  const ids = [topics, facts, statements, sources, actors].flatMap((all) => [...all.keys()]);
  const near = namedLike(
    [...new Set(ids)].map((one) => ({ id: one, name: one })),
    id,
  );
  const hint = near.slice(0, NEAREST).map((one) => `"${one.id}"`);
  return `Nothing is called "${id}".${hint.length > 0 ? ` Near to it: ${hint.join(', ')}` : ''}`;
};

const topicText = ({ id, title }: Topic): string => `${id}: ${title}`;
const factText = ({ id, standing, text }: Fact): string => `${id} (${standing}): ${text}`;

const listed = <T>(label: string, all: Iterable<T>, textOf: (one: T) => string): Entry[] =>
  [...all].map((one) => [label, textOf(one)]);

const topicEntries = ({ topics, start }: Story, topic: Topic): Entry[] => [
  ['title', topic.title],
  ['offered', start.includes(topic) ? `before anything is typed, as number ${start.indexOf(topic) + 1}` : ''],
  ...listed('asked', topic.asked, String),
  ...listed('answer', topic.facts, factText),
  ...listed('next', topic.next, topicText),
  ...listed(
    'comes after',
    [...topics.values()].filter(({ next }) => next.includes(topic)),
    topicText,
  ),
];

const factEntries = ({ topics }: Story, fact: Fact): Entry[] => [
  ['text', fact.text],
  ['standing', fact.standing],
  ['as of', fact.asOf],
  ['timeline', fact.when ?? ''],
  ...listed('rests on', fact.rests, statementWithSource),
  ...listed('against it', fact.against, statementWithSource),
  ...listed(
    'shown by',
    [...topics.values()].filter(({ facts }) => facts.includes(fact)),
    topicText,
  ),
];

const statementWithSource = (statement: Statement): string =>
  `${statementText(statement)} [${sourceText(statement.source)}]`;

const sourceText = ({ id, publisher, trust, from }: Source): string =>
  `${id}: ${publisher}${from === undefined ? '' : `, text of ${from}`}, ${trust}`;

const statementEntries = ({ facts }: Story, statement: Statement): Entry[] => [
  [statement.wording.as, saidText(statement.wording)],
  ['by', `${statement.by.id}: ${statement.by.name}`],
  ['on', statement.on],
  ['kind', statement.kind],
  ['source', sourceText(statement.source)],
  ...listed(
    'for',
    [...facts.values()].filter(({ rests }) => rests.includes(statement)),
    factText,
  ),
  ...listed(
    'against',
    [...facts.values()].filter(({ against }) => against.includes(statement)),
    factText,
  ),
];

const sourceEntries = ({ statements, facts }: Story, source: Source): Entry[] => [
  ['publisher', source.publisher],
  ['title', source.title],
  ['author', source.author ?? ''],
  ['date', source.date],
  ['address', source.url ?? 'no link known'],
  ['kind', source.kind],
  ['trust', source.trust],
  ['text of', source.from ?? ''],
  ['fingerprint', source.fingerprint.length > 0 ? `of ${source.fingerprint.length} lines` : ''],
  ...listed(
    'says',
    [...statements.values()].filter((one) => one.source === source),
    statementText,
  ),
  ...listed(
    'for',
    [...facts.values()].filter(({ rests }) => rests.some((one) => one.source === source)),
    factText,
  ),
  ...listed(
    'against',
    [...facts.values()].filter(({ against }) => against.some((one) => one.source === source)),
    factText,
  ),
];

const actorEntries = (story: Story, actor: Actor): Entry[] => [
  ['name', actor.name],
  ['also', actor.also.join(', ')],
  ['kind', actor.kind],
  ['what', actor.what],
  ...listed(
    'says',
    [...story.statements.values()].filter(({ by }) => by === actor),
    statementText,
  ),
  ...listed('named in', factsNaming(story, actor), factText),
];
