import { actor, type Block, citeAll, command, count, factsNaming, note } from '../src/kit.ts';

export default command({
  name: 'who',
  description: 'Who somebody is, what they said and what is said of them',
  options: { name: actor('A person, company, agency or publisher') },
  run: ({ options: { name: who }, story }) => {
    const said = [...story.statements.values()].filter(({ by }) => by === who);
    const { points, citations } = citeAll(factsNaming(story, who), said);
    return {
      kind: 'page',
      heading: who.name,
      blocks: [
        note(who.what),
        note(
          `Said by them: ${count(said.length, 'statement')}. Said of them: ${count(points.length, 'fact')}.`,
        ),
        ...citations.slice(0, said.length).map((citation): Block => ({ is: 'statement', citation })),
        ...points.map((point): Block => ({ is: 'point', point })),
      ],
      citations,
    };
  },
});
