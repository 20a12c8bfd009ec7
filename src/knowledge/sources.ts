import type { Fact, Source, Story } from '../story/model.ts';
import { voiceOf } from '../story/voice.ts';
import { storyIn } from './story-in.ts';
import { count, type Entry, table, type Verb } from './verb.ts';

/** Who carries what: each voice with the sources that print its words, most facts first. */
export const sources: Verb = {
  usage: 'sources',
  run: async (_, { knowledge, page }) => {
    const story = await storyIn(knowledge);
    const voices = [...Map.groupBy(story.sources.values(), voiceOf)]
      .map(([voice, copies]) => ({
        voice: copies.find(({ from }) => from !== undefined)?.from ?? copies[0]?.publisher ?? voice,
        copies,
        facts: resting(story, copies).length,
      }))
      .sort((a, b) => b.facts - a.facts || a.voice.localeCompare(b.voice));
    return {
      lines: [
        ...voices.flatMap(({ voice, copies }) => [
          `${page.ink.bold(voice)}: ${copies.length > 1 ? `${count(copies.length, 'source')}, ` : ''}${carried(story, copies)}`,
          ...table(
            copies.map((source) => entryOf(story, source)),
            page,
          ),
        ]),
        `${count(voices.length, 'voice')}, ${count(story.sources.size, 'source')}, ${count(story.statements.size, 'statement')}, ${count(story.facts.size, 'fact')}`,
      ],
      isWell: true,
    };
  },
};

const entryOf = (story: Story, source: Source): Entry => {
  const { id, publisher, date, trust, url } = source;
  return [
    id,
    `${publisher}, ${date}, ${trust}${url === undefined ? ', no link known' : ''}: ${carried(story, [source])}`,
  ];
};

const statementsIn = ({ statements }: Story, some: readonly Source[]) =>
  [...statements.values()].filter(({ source }) => some.includes(source));

const resting = ({ facts }: Story, some: readonly Source[]): Fact[] =>
  [...facts.values()].filter(({ rests }) => rests.some(({ source }) => some.includes(source)));

const contradicted = ({ facts }: Story, some: readonly Source[]): Fact[] =>
  [...facts.values()].filter(({ against }) => against.some(({ source }) => some.includes(source)));

const carried = (story: Story, some: readonly Source[]): string => {
  const against = contradicted(story, some).length;
  return [
    count(statementsIn(story, some).length, 'statement'),
    `for ${count(resting(story, some).length, 'fact')}`,
    ...(against > 0 ? [`against ${against}`] : []),
  ].join(', ');
};
