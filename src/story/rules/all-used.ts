import { namer, spaced } from '../mentions.ts';
import type { Rule } from './rule.ts';

export const allUsed: Rule = {
  name: 'all-used',
  why: 'what no answer shows cannot be seen to be wrong',
  check: ({ story }) => {
    const facts = [...story.facts.values()];
    const statements = [...story.statements.values()];
    const shown = new Set([...story.topics.values()].flatMap((topic) => topic.facts));
    const cited = new Set(
      facts.flatMap(({ rests, against, retracted }) => [...rests, ...against, ...(retracted?.rests ?? [])]),
    );
    const speakers = new Set(statements.map(({ by }) => by));
    const publishers = new Set(
      [...story.sources.values()].flatMap(({ publisher, from }) => [publisher, from]),
    );
    const texts = [...facts.map(({ text }) => text), ...statements.map(({ wording }) => wording.text)];
    const told = spaced(texts.join(' · '));
    return [
      ...facts
        .filter((fact) => !shown.has(fact))
        .map(({ id }) => ({
          file: 'facts.yaml',
          at: ['facts', id],
          about: id,
          message: 'is shown by no topic',
        })),
      ...statements
        .filter((statement) => !cited.has(statement))
        .map(({ id, source }) => ({
          file: 'sources.yaml',
          at: ['sources', source.id, 'statements', id],
          about: id,
          message: 'is cited by no fact',
        })),
      ...[...story.actors.values()]
        .filter((actor) => !speakers.has(actor) && !publishers.has(actor.name) && !namer(actor)(told))
        .map(({ id }) => ({
          file: 'actors.yaml',
          at: ['actors', id],
          about: id,
          message: 'says nothing, publishes nothing, and is named nowhere',
        })),
    ];
  },
};
