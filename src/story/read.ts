import {
  type Actor,
  type Fact,
  hasSome,
  type Language,
  type NonEmpty,
  type Premise,
  type Source,
  type Statement,
  type Story,
  type Topic,
  type Wording,
} from './model.ts';
import type { Problem } from './problem.ts';
import type { StoryFile, Written } from './schema.ts';
import { shape } from './shape.ts';

type Place = Problem['at'];
type Report = (file: StoryFile, at: Place, message: string) => void;

/**
 * The story that the files tell, or every problem in them at once. After it nothing meets an id that
 * leads nowhere. It does not judge what is said: that is for the house rules.
 */
export const read = (
  files: Readonly<Record<StoryFile, unknown>>,
): { readonly story: Story } | { readonly problems: NonEmpty<Problem> } => {
  const shaped = shape(files);
  if ('problems' in shaped) return shaped;
  const problems: Problem[] = [];
  const story = link(shaped.written, (file, at, message) => {
    problems.push({ file: `${file}.yaml`, at, message });
  });
  if (hasSome(problems)) return { problems };
  if (story === undefined) throw new Error('A story without a problem could not be linked');
  return { story };
};

const link = (written: Written, report: Report): Story | undefined => {
  const { story, sources, facts, actors, languages } = written;
  const actorsById = readActors(actors);
  const { sourcesById, statementsById, statementIds } = readSources(sources, actorsById, report);
  const factsById = readFacts(facts, follow('statement', statementIds, statementsById, 'facts', report));
  const factIds = Object.keys(facts.facts);
  const topicsById = readTopics(written, follow('fact', factIds, factsById, 'facts', report), report);

  const topicIds = Object.keys(facts.topics);
  const start = follow('topic', topicIds, topicsById, 'story', report).all(story.start, ['start']);
  const [article] = follow('source', sourcesById.keys(), sourcesById, 'story', report).one(story.article, [
    'article',
  ]);
  if (!hasSome(start) || article === undefined) return undefined;
  return {
    title: story.title,
    article,
    lines: story.lines ?? [],
    start,
    synonyms: story.synonyms ?? [],
    exceptions: story.exceptions ?? [],
    sources: sourcesById,
    statements: statementsById,
    facts: factsById,
    topics: topicsById,
    silences: Object.entries(written.phrasings.unanswered ?? {}).map(([id, asked]) => ({
      id,
      asked: linesOf(asked),
    })),
    actors: actorsById,
    premises: readPremises(facts, follow('fact', factIds, factsById, 'facts', report)),
    languages: readLanguages(languages),
  };
};

/** Turns ids into what they name. An id that was written, but whose entry has a problem of its own, is passed over. */
const follow = <T>(
  what: string,
  written: Iterable<string>,
  known: ReadonlyMap<string, T>,
  file: StoryFile,
  report: Report,
) => {
  const ids = new Set(written);
  const one = (id: string, at: Place): T[] => {
    if (!ids.has(id)) report(file, at, `there is no ${what} called "${id}"`);
    const found = known.get(id);
    return found === undefined ? [] : [found];
  };
  const all = (names: readonly string[], at: Place): T[] =>
    names.flatMap((id, i) => {
      if (names.indexOf(id) < i) report(file, [...at, i], `names "${id}" a second time`);
      return one(id, [...at, i]);
    });
  return { one, all };
};

const readActors = ({ actors }: Written['actors']): Map<string, Actor> =>
  new Map(
    Object.entries(actors).map(([id, { also = [], heard = [], ...rest }]) => [
      id,
      { id, also, heard, ...rest },
    ]),
  );

const readSources = ({ sources }: Written['sources'], actors: ReadonlyMap<string, Actor>, report: Report) => {
  const sourcesById = new Map<string, Source>();
  const statementsById = new Map<string, Statement>();
  const statementIds = new Set<string>();
  const actor = follow('actor', actors.keys(), actors, 'sources', report);
  for (const [sourceId, { statements, fingerprint = [], ...rest }] of Object.entries(sources)) {
    const source = { id: sourceId, fingerprint, ...rest };
    sourcesById.set(sourceId, source);
    for (const [id, { by, on, kind, ...words }] of Object.entries(statements)) {
      const at = ['sources', sourceId, 'statements', id];
      const wording = wordingOf(words);
      if (wording === undefined)
        report(
          'sources',
          at,
          'needs either a quote with its line (or the day on which it was read there), or a gist, and not both',
        );
      if (statementIds.has(id)) report('sources', at, 'has the name of another statement');
      statementIds.add(id);
      const [speaker] = actor.one(by, [...at, 'by']);
      if (wording !== undefined && speaker !== undefined)
        statementsById.set(id, { id, source, by: speaker, on, kind, wording });
    }
  }
  return { sourcesById, statementsById, statementIds };
};

const readPremises = (
  { premises = {} }: Written['facts'],
  fact: { readonly one: (id: string, at: Place) => Fact[] },
): Premise[] =>
  Object.entries(premises).flatMap(([id, { taken, corrected }]) =>
    fact
      .one(corrected, ['premises', id, 'corrected'])
      .flatMap((found) => (hasSome(taken) ? [{ id, taken, corrected: found }] : [])),
  );

const linesOf = (block: string): string[] =>
  block
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** `teléfono: phone`. */
const meaningOf = (row: string): [string, string][] => {
  const [word = '', meaning = ''] = row.split(':', 2);
  return word === '' ? [] : [[word.trim(), meaning.trim()]];
};

const readLanguages = ({ languages }: Written['languages']): Map<string, Language> =>
  new Map(
    Object.entries(languages).map(([id, { words, ...rest }]) => [
      id,
      { id, ...rest, words: new Map(linesOf(words).flatMap(meaningOf)) },
    ]),
  );

type WrittenStatement = Written['sources']['sources'][string]['statements'][string];

const wordingOf = ({
  quote,
  line,
  read,
  gist,
}: Pick<WrittenStatement, 'quote' | 'line' | 'read' | 'gist'>): Wording | undefined => {
  const isShown = (line === undefined) !== (read === undefined);
  if (quote !== undefined && isShown && gist === undefined) return { as: 'quote', text: quote, line, read };
  const isShort = quote === undefined && line === undefined && read === undefined;
  return gist !== undefined && isShort ? { as: 'gist', text: gist } : undefined;
};

type Follow<T> = { readonly all: (ids: readonly string[], at: Place) => T[] };

const readFacts = ({ facts }: Written['facts'], statement: Follow<Statement>): Map<string, Fact> => {
  const factsById = new Map<string, Fact>();
  for (const [id, { rests, against = [], retracted, ...rest }] of Object.entries(facts)) {
    const evidence = statement.all(rests, ['facts', id, 'rests']);
    const contrary = statement.all(against, ['facts', id, 'against']);
    const why = statement.all(retracted?.rests ?? [], ['facts', id, 'retracted', 'rests']);
    const retraction =
      retracted !== undefined && hasSome(why) ? { retracted: { ...retracted, rests: why } } : {};
    if (hasSome(evidence))
      factsById.set(id, { id, ...rest, rests: evidence, against: contrary, ...retraction });
  }
  return factsById;
};

const readTopics = (
  { facts: { topics }, phrasings: { phrasings } }: Written,
  fact: Follow<Fact>,
  report: Report,
): Map<string, Topic> => {
  const topicsById = new Map<string, Topic>();
  const next = new Map<string, Topic[]>();
  for (const [id, written] of Object.entries(topics)) {
    const facts = fact.all(written.facts, ['topics', id, 'facts']);
    const { title, asked } = written;
    const after: Topic[] = [];
    next.set(id, after);
    if (hasSome(facts) && hasSome(asked)) {
      const further = linesOf(Object.hasOwn(phrasings, id) ? (phrasings[id] ?? '') : '');
      topicsById.set(id, { id, title, asked, phrasings: further, facts, next: after });
    }
  }
  for (const id of Object.keys(phrasings))
    if (!Object.hasOwn(topics, id)) report('phrasings', ['phrasings', id], 'there is no topic called so');
  const topic = follow('topic', Object.keys(topics), topicsById, 'facts', report);
  for (const [id, after] of next) after.push(...topic.all(topics[id]?.next ?? [], ['topics', id, 'next']));
  return topicsById;
};
