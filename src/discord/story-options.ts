import { refuse } from '../refusal.ts';
import type { Actor, Source } from '../story/model.ts';
import type { Index } from '../story/search/index.ts';
import { namedLike } from '../story/search/named.ts';
import { suggestTopics } from '../story/search/suggest.ts';
import { oneOf, text } from './options.ts';

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
    find: (index, typed) => {
      if (typed === '') return refuse('Whom do you mean? Write a name.');
      return (
        namedLike(everyActor(index), typed)[0] ??
        refuse(
          `The record knows nobody called “${typed}”. Begin to type a name, and those it knows are offered.`,
        )
      );
    },
  });

/** One of the story's sources, by its publisher or its title. */
export const source = (description: string) =>
  oneOf<Source>(description, {
    suggest: ({ story }, typed) =>
      namedLike(shelf(story.sources), typed).map(({ id, name }) => ({ name, value: id })),
    find: ({ story }, typed) => {
      const [found] = typed === '' ? [] : namedLike(shelf(story.sources), typed);
      return (
        (found === undefined ? undefined : story.sources.get(found.id)) ??
        refuse(`No source of the record is called “${typed}”. /sources without a name lists them all.`)
      );
    },
  });

const everyActor = ({ story }: Index): readonly Actor[] => [...story.actors.values()];

const shelf = (sources: ReadonlyMap<string, Source>) =>
  [...sources.values()].map(({ id, publisher, title }) => ({
    id,
    name: `${publisher}: ${title}`,
    also: [publisher, title],
  }));
