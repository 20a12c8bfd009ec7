import { type Actor, actor, type Block, citeAll, command, type Index, note, optional } from '../src/kit.ts';

const quoted = ({ story }: Index) =>
  [...story.statements.values()].filter(({ wording }) => wording.as === 'quote');

const speakers = (index: Index): Actor[] => [...new Set(quoted(index).map(({ by }) => by))];

export default command({
  name: 'quote',
  description: 'What was said word for word, checked against its source',
  options: { by: optional(actor('Whose words', speakers)) },
  run: ({ options: { by }, index }) => {
    const all = quoted(index).filter((statement) => by === undefined || statement.by === by);
    const inOrder = speakers(index).flatMap((speaker) => all.filter((statement) => statement.by === speaker));
    return {
      kind: 'page',
      heading: by === undefined ? 'Word for word' : `Word for word: ${by.name}`,
      blocks: [
        note(
          'Only what was checked against its source stands here. All else in the record is put in our own words.',
        ),
        ...citeAll([], inOrder).citations.map((citation): Block => ({ is: 'statement', citation })),
      ],
      citations: [],
    };
  },
});
