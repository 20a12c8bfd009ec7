import { cite, command, dateWords, hasSome, type Point, pointBlocks, refuse } from '../src/kit.ts';

export default command({
  name: 'timeline',
  description: 'What happened, in the order of its dates',
  run: ({ story }) => {
    const dated = [...story.facts.values()]
      .flatMap((fact) => (fact.when === undefined ? [] : [{ fact, when: fact.when }]))
      .toSorted((a, b) => a.when.localeCompare(b.when))
      .map(({ fact }) => fact);
    if (!hasSome(dated)) return refuse('No fact of this story has a date yet.');
    const whenOf = ({ fact }: Point) => dateWords(fact.when ?? '');
    return { kind: 'page', heading: 'What happened, and when', ...pointBlocks(cite(dated), whenOf) };
  },
});
