import type { Silence, Topic } from '../model.ts';

/** One way of saying what a topic is about. A fact finds its topic too, but says less about how it is asked. */
export type Wording = {
  readonly kind: 'title' | 'phrasing' | 'further' | 'fact' | 'speaker' | 'silent';
  readonly text: string;
};

/** What a topic is found by. Speakers whom no wording names can be asked for all the same: "what did the mayor say". */
export const wordingsOf = (of: Topic | Silence, unnamed: ReadonlySet<string>): Wording[] =>
  'facts' in of ? wordingsOfTopic(of, unnamed) : of.asked.map((text) => ({ kind: 'silent', text }));

const wordingsOfTopic = (topic: Topic, unnamed: ReadonlySet<string>): Wording[] => [
  { kind: 'title', text: topic.title },
  ...topic.asked.map((text) => ({ kind: 'phrasing', text }) as const),
  ...topic.phrasings.map((text) => ({ kind: 'further', text }) as const),
  ...topic.facts.map(({ text }) => ({ kind: 'fact', text }) as const),
  ...speakersOf(topic)
    .filter((name) => unnamed.has(name))
    .map((name) => ({ kind: 'speaker', text: `what ${name} said` }) as const),
];

/** Those on whose words a topic's facts rest. */
export const speakersOf = ({ facts }: Topic): string[] => [
  ...new Set(facts.flatMap(({ rests, against }) => [...rests, ...against]).map(({ by }) => by.name)),
];
