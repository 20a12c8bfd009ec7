import { refuse } from '../refusal.ts';
import { fingerprint, standsIn } from '../story/fingerprint.ts';
import type { Statement } from '../story/model.ts';
import { storyIn } from './story-in.ts';
import { textIn } from './text-in.ts';
import { count, type Entry, table, type Verb } from './verb.ts';

/** Whether a text is the one that a source's fingerprint was made from, and in which of its lines each quote stands. */
export const verify: Verb = {
  usage: 'verify SOURCE FILE',
  run: async ([id, file], { knowledge, page }) => {
    if (id === undefined || file === undefined)
      return refuse('Which source, and which text? knowledge verify SOURCE FILE');
    const { sources, statements } = await storyIn(knowledge);
    const source = sources.get(id) ?? refuse(`There is no source called "${id}".`);
    if (source.fingerprint.length === 0)
      return refuse(`"${id}" has no fingerprint. This prints one: knowledge fingerprint FILE`);

    const lines = fingerprint(await textIn(file));
    const wrongLines = differences(source.fingerprint, lines);
    const quotes = [...statements.values()].filter((one) => one.source === source);
    const checked = quotes.flatMap((statement) => checkedQuote(statement, lines));
    const wrongQuotes = checked.filter(({ isRight }) => !isRight).length;
    const entries: readonly Entry[] = [...wrongLines, ...checked.map(({ entry }) => entry)];
    return {
      lines: [
        ...(entries.length > 0 ? table(entries, page, 0) : []),
        `${count(source.fingerprint.length, 'line')}, ${wrongLines.length === 0 ? 'all' : `${wrongLines.length} not`} as in sources.yaml`,
        `${count(checked.length, 'quote')}, ${wrongQuotes === 0 ? 'each' : `${wrongQuotes} not`} word for word in its line`,
      ],
      isWell: wrongLines.length + wrongQuotes === 0,
    };
  },
};

const differences = (known: readonly string[], found: readonly string[]): Entry[] =>
  Array.from({ length: Math.max(known.length, found.length) }, (_, i) => i).flatMap((i): Entry[] => {
    if (known[i] === found[i]) return [];
    const because =
      known[i] === undefined
        ? 'is not in sources.yaml'
        : found[i] === undefined
          ? 'is not in the text'
          : 'has other words than sources.yaml knows';
    return [[`line ${i + 1}`, because]];
  });

const checkedQuote = ({ id, wording }: Statement, lines: readonly string[]) => {
  if (wording.as === 'gist') return [];
  const { text, line } = wording;
  const elsewhere = lines.flatMap((_, i) => (standsIn(lines, i + 1, text) ? [i + 1] : []));
  const isRight = line === undefined ? elsewhere.length > 0 : elsewhere.includes(line);
  const verdict = isRight
    ? 'stands there word for word'
    : elsewhere.length > 0
      ? `stands in line ${elsewhere.join(' and ')} instead`
      : 'stands nowhere in the text word for word';
  const entry: Entry = [line === undefined ? 'any line' : `line ${line}`, `${id} ${verdict}: “${text}”`];
  return [{ isRight, entry }];
};
