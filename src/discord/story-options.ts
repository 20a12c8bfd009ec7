import { refuse } from '../refusal.ts';
import type { Actor, Fact, Source, Topic } from '../story/model.ts';
import type { Index } from '../story/search/index.ts';
import { type Named, namedBy, namedLike } from '../story/search/named.ts';
import { suggestTopics } from '../story/search/suggest.ts';
import { factsWith } from './editing/find.ts';
import { oneOf, text } from './options.ts';
import { limits } from './render/limits.ts';

/** How many are named to somebody whose name could mean several. */
const OFFERED = 3;

/** A question in anybody's words; the topics of the story are offered while it is typed. */
export const question = (description: string) =>
  text(description, {
    suggest: (index, typed) =>
      suggestTopics(index, typed).map(({ id, title }) => ({ name: title, value: id })),
  });

/** One of the story's actors, by any name that people use for it; `offered` are those suggested while it is typed. */
export const actor = (description: string, offered: (index: Index) => readonly Actor[] = everyActor) =>
  oneOf<Actor>(description, {
    suggest: (index, typed) => namedLike(offered(index), typed).map(({ id, name }) => ({ name, value: id })),
    find: (index, typed) => theOne(everyActor(index), typed, 'The record knows nobody called'),
  });

/** One of the story's sources, by its publisher or its title. */
export const source = (description: string) =>
  oneOf<Source>(description, {
    suggest: ({ story }, typed) =>
      namedLike(shelf(story.sources), typed).map(({ id, name }) => ({ name, value: id })),
    find: ({ story }, typed) => {
      const { id } = theOne(shelf(story.sources), typed, 'No source of the record is called');
      return story.sources.get(id) ?? refuse('That source is not there any more.');
    },
  });

/** One of the story's facts, by its name or by words of it. */
export const fact = (description: string) =>
  oneOf<Fact>(description, {
    suggest: ({ story }, typed) => factsWith(story, typed).map(({ id, text }) => ({ name: text, value: id })),
    find: ({ story }, typed) => {
      const found =
        story.facts.get(typed) ?? [...story.facts.values()].find((one) => isLabel(one.text, typed));
      return found ?? refuse('There is no such fact. Choose one from the list.');
    },
  });

/** One of the questions that the story answers, by its name or its title. */
export const topic = (description: string) =>
  oneOf<Topic>(description, {
    suggest: (index, typed) =>
      suggestTopics(index, typed).map(({ id, title }) => ({ name: title, value: id })),
    find: ({ story }, typed) => {
      const found =
        story.topics.get(typed) ?? [...story.topics.values()].find(({ title }) => title === typed);
      return found ?? refuse('There is no such question. Choose one from the list.');
    },
  });

/** Discord sends back the label of a suggestion as often as its value, cut to its length. */
const isLabel = (text: string, typed: string): boolean =>
  typed !== '' && text.slice(0, limits.suggestion).trim() === typed;

/** The one that is meant; where it could be several, or nobody, says so and never takes the likeliest. */
const theOne = <T extends Named>(things: readonly T[], typed: string, none: string): T => {
  const [found, ...others] = namedBy(things, typed);
  if (found !== undefined && others.length === 0) return found;
  const like = found === undefined ? namedLike(things, typed) : [found, ...others];
  if (like.length === things.length) return refuse('Whom or what do you mean? Write a name.');
  const offer = like
    .slice(0, OFFERED)
    .map(({ name }) => name)
    .join(' · ');
  if (found !== undefined) return refuse(`“${typed}” could mean several: ${offer}. Write more of the name.`);
  return refuse(`${none} “${typed}”.${offer === '' ? '' : ` Did you mean: ${offer}?`}`);
};

const everyActor = ({ story }: Index): readonly Actor[] => [...story.actors.values()];

const shelf = (sources: ReadonlyMap<string, Source>) =>
  [...sources.values()].map(({ id, publisher, title }) => ({
    id,
    name: `${publisher}: ${title}`,
    also: [publisher, title],
  }));
