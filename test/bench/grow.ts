import type { Actor, Fact, Source, Statement, Story, Topic } from '../../src/story/model.ts';
import { drawing } from './words.ts';

const SEED = 20180605;
const starts = ['why did', 'when did', 'who told', 'what did', 'how many', 'was it', 'is', 'where did'];

/** The story with so many unrelated facts beside its own, each under a topic with two phrasings. */
export const grow = (story: Story, size: number): Story => {
  const { oneOf, name, words } = drawing(SEED);
  const source: Source = { ...story.article, id: 'bench-source', publisher: 'Bench Gazette', url: undefined };
  const by: Actor = {
    id: 'bench-gazette',
    name: 'Bench Gazette',
    kind: 'publisher',
    what: 'Paper.',
    also: [],
    heard: [],
  };
  const statement: Statement = {
    id: 'bench-statement',
    source,
    by,
    on: '2031-03-05',
    kind: 'reported',
    wording: { as: 'gist', text: 'So it is written.' },
  };
  const question = () => `${oneOf(starts)} ${name()} ${words(4, 7)}`;
  const topics = Array.from({ length: size }, (_, i): Topic => {
    const fact: Fact = {
      id: `unrelated-${i}`,
      text: `${name()} ${words(12, 20)}.`,
      standing: 'established',
      asOf: '2031-03-05',
      rests: [statement],
      against: [],
    };
    return {
      id: fact.id,
      title: `${question()}?`,
      asked: [question(), question()],
      phrasings: [],
      facts: [fact],
      next: [],
    };
  });
  return {
    ...story,
    topics: new Map([...story.topics, ...topics.map((topic) => [topic.id, topic] as const)]),
    facts: new Map([...story.facts, ...topics.map(({ id, facts: [fact] }) => [id, fact] as const)]),
    statements: new Map([...story.statements, [statement.id, statement]]),
    sources: new Map([...story.sources, [source.id, source]]),
    actors: new Map([...story.actors, [by.id, by]]),
  };
};

/** The story as if nobody had written down how its questions are asked. */
export const bare = (story: Story): Story =>
  changed(story, (topic) => ({ ...topic, asked: [topic.title], phrasings: [] }));

/** The story as if nobody had written down how one of its questions is asked, as when a moderator has just added it. */
export const bareOf = (story: Story, id: string): Story =>
  changed(story, (topic) => (topic.id === id ? { ...topic, asked: [topic.title], phrasings: [] } : topic));

/** The story read anew after a correction of its last fact: nothing of it is the object that it was. */
export const corrected = (story: Story): Story => {
  const last = [...story.topics.keys()].at(-1);
  return changed(story, (topic) => {
    const [first, ...rest] = topic.facts;
    const text = topic.id === last ? `${first.text} This was taken back later.` : first.text;
    return {
      ...topic,
      asked: [...topic.asked],
      phrasings: [...topic.phrasings],
      facts: [{ ...first, text }, ...rest.map((fact) => ({ ...fact }))],
    };
  });
};

const changed = (story: Story, change: (topic: Topic) => Topic): Story => {
  const topics = new Map([...story.topics].map(([id, topic]) => [id, change(topic)] as const));
  const [first, ...rest] = story.start;
  const anew = (topic: Topic) => topics.get(topic.id) ?? topic;
  return { ...story, topics, start: [anew(first), ...rest.map(anew)] };
};
