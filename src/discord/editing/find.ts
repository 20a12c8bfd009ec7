import type { Fact, Source, Statement, Story } from '../../story/model.ts';
import { stem, wordsOf } from '../../story/search/words.ts';
import type { Choosable } from '../form.ts';
import { dateWords } from '../render/date.ts';

/** Things whose words hold most of the words sought, those first; all of them, in their own order, where nothing is sought. */
const holding = <T>(things: readonly T[], wordsIn: (thing: T) => string, sought: string): readonly T[] => {
  const wanted = [...new Set(wordsOf(sought).map(stem))];
  if (wanted.length === 0) return things;
  return things
    .map((thing) => {
      const words = wordsOf(wordsIn(thing)).map(stem);
      const held = wanted.filter((word) => words.some((one) => one.startsWith(word))).length;
      return { thing, held };
    })
    .filter(({ held }) => held > 0)
    .toSorted((one, other) => other.held - one.held)
    .map(({ thing }) => thing);
};

export const statementsWith = ({ statements }: Story, sought: string): readonly Statement[] =>
  holding(
    [...statements.values()],
    ({ id, by, wording, source }) => `${id} ${by.name} ${wording.text} ${source.publisher}`,
    sought,
  );

export const factsWith = ({ facts }: Story, sought: string): readonly Fact[] =>
  holding([...facts.values()], ({ id, text }) => `${id} ${text}`, sought);

export const sourcesWith = ({ sources }: Story, sought: string): readonly Source[] =>
  holding([...sources.values()], ({ id, publisher, title }) => `${id} ${publisher} ${title}`, sought);

export const statementName = ({ by, on, wording }: Statement): string =>
  `${by.name}, ${dateWords(on)}: ${wording.as === 'quote' ? `“${wording.text}”` : wording.text}`;

export const statementOption = (statement: Statement): Choosable => ({
  label: statementName(statement),
  value: statement.id,
  about: `${statement.source.publisher} · ${statement.id}`,
});

export const factOption = ({ id, text }: Fact): Choosable => ({ label: text, value: id, about: id });

export const sourceOption = ({ id, publisher, title, date }: Source): Choosable => ({
  label: `${publisher}: ${title}`,
  value: id,
  about: `${dateWords(date)} · ${id}`,
});
