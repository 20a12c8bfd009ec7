import { type Block, cite, command, dateWords, hasSome, refuse } from '../src/kit.ts';

export default command({
  name: 'timeline',
  description: 'What happened, in the order of its dates',
  run: ({ story }) => {
    const dated = [...story.facts.values()]
      .flatMap((fact) => (fact.when === undefined ? [] : [{ fact, when: fact.when }]))
      .toSorted((a, b) => a.when.localeCompare(b.when))
      .map(({ fact }) => fact);
    if (!hasSome(dated)) return refuse('No fact of this story has a date yet.');
    const { points, citations } = cite(dated);
    const blocks = points.map(
      (point): Block => ({ is: 'point', point, label: dateWords(point.fact.when ?? '') }),
    );
    return hasSome(blocks)
      ? { kind: 'page', heading: 'What happened, and when', blocks, citations }
      : refuse('No fact of this story has a date yet.');
  },
});
