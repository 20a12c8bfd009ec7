import { type Block, citeAll, command, count, note, optional, source } from '../src/kit.ts';

export default command({
  name: 'sources',
  description: 'All sources, or one with what it says and the facts that rest on it',
  options: { source: optional(source('One source')) },
  run: ({ options, story }) => {
    const { source: one } = options;
    if (one === undefined) {
      const [first, ...rest] = [...story.sources.values()].map(
        (each): Block => ({ is: 'source', source: each }),
      );
      const lead = note(
        `${count(story.sources.size, 'source')}. Choose one with /sources to see what it says.`,
      );
      return {
        kind: 'page',
        heading: 'The sources',
        blocks: first ? [lead, first, ...rest] : [lead],
        citations: [],
      };
    }
    const statements = [...story.statements.values()].filter((each) => each.source === one);
    const facts = [...story.facts.values()].filter(({ rests, against }) =>
      [...rests, ...against].some((each) => each.source === one),
    );
    const { points, citations } = citeAll(facts, statements);
    return {
      kind: 'page',
      heading: one.publisher,
      blocks: [
        { is: 'source', source: one },
        note(
          `It is cited for ${count(statements.length, 'statement')}; ${count(facts.length, 'fact')} rest on it or are disputed by it.`,
        ),
        ...citations.slice(0, statements.length).map((citation): Block => ({ is: 'statement', citation })),
        ...points.map((point): Block => ({ is: 'point', point })),
      ],
      citations,
    };
  },
});
