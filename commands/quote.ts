import {
  type Actor,
  actor,
  type Block,
  citeAll,
  command,
  type Index,
  note,
  optional,
  refuse,
} from '../src/kit.ts';

const quoted = ({ story }: Index) =>
  [...story.statements.values()].filter(({ wording }) => wording.as === 'quote');

const speakers = (index: Index): Actor[] => [...new Set(quoted(index).map(({ by }) => by))];

export default command({
  name: 'quote',
  description: 'What was said word for word, checked against its source',
  options: { by: optional(actor('Whose words', speakers)) },
  run: ({ options: { by }, index }) => {
    const inOrder = speakers(index)
      .filter((speaker) => by === undefined || speaker === by)
      .flatMap((speaker) => quoted(index).filter((statement) => statement.by === speaker));
    const [first, ...rest] = citeAll([], inOrder).citations.map(
      (citation): Block => ({ is: 'statement', citation }),
    );
    if (first === undefined)
      return refuse(`The record has no words of ${by?.name ?? 'anybody'} verbatim, only in short: see /who.`);
    return {
      kind: 'page',
      heading: by === undefined ? 'Word for word' : `Word for word: ${by.name}`,
      blocks: [
        note('Checked against the source. All else in the record is put in our own words.'),
        first,
        ...rest,
      ],
      citations: [],
    };
  },
});
