import { months } from '../dates.ts';
import { namer, spaced } from '../mentions.ts';
import type { Statement } from '../model.ts';
import type { Index } from '../search/index.ts';
import { stem, wordsOf } from '../search/words.ts';
import type { Rule } from './rule.ts';

const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const calendar = new Set([...months, ...weekdays]);

/** All that a statement says, and all that says who speaks in it and where. */
const wordsAbout = ({ wording, by, source }: Statement): string =>
  spaced(
    [
      ...[wording.text, by.name, ...by.also, by.what],
      ...[source.publisher, source.title, source.author ?? '', source.from ?? ''],
    ].join(' · '),
  );

/** Words with a capital; of those that begin a sentence, only what English knows as a name. */
const properNames = (text: string, { english }: Index): string[] =>
  [...text.matchAll(/\p{Lu}[\p{L}\p{N}&-]*/gu)].flatMap(({ 0: word, index }) => {
    const begins = /(^|[.!?:] )$/.test(text.slice(0, index));
    return calendar.has(word) || (begins && !english.isName(word.toLowerCase())) ? [] : [word];
  });

/** A country and its people are one name here: whoever is called after it ends in `-an` or `-ese`. */
const root = (word: string): string => stem(word).replace(/(an|es|a)$/, '');

const holds = (words: string, part: string): boolean =>
  words.includes(` ${part} `) || words.split(' ').some((word) => root(word) === root(part));

export const namesInEvidence: Rule = {
  name: 'names-in-evidence',
  why: 'somebody whom no statement names was brought into the story by us',
  check: (index) => {
    const { actors, statements, facts } = index.story;
    const namers = [...actors.values()].map((actor) => ({ actor, isNamedIn: namer(actor) }));
    const about = new Map([...statements.values()].map((one) => [one, wordsAbout(one)]));
    return [...facts.values()].flatMap(({ id, text, rests, against }) => {
      const told = spaced(text);
      const evidence = [...rests, ...against].flatMap((one) => about.get(one) ?? []);
      const named = namers.filter(({ isNamedIn }) => isNamedIn(told));
      const covered = new Set(named.flatMap(({ actor }) => [actor.name, ...actor.also].flatMap(wordsOf)));
      const missing = [
        ...named.filter(({ isNamedIn }) => !evidence.some(isNamedIn)).map(({ actor }) => actor.name),
        ...properNames(text, index).filter((word) =>
          wordsOf(word).some((part) => !covered.has(part) && !evidence.some((words) => holds(words, part))),
        ),
      ];
      return missing.length === 0
        ? []
        : [
            {
              file: 'facts.yaml',
              at: ['facts', id, 'text'],
              about: id,
              message: `none of its statements names ${[...new Set(missing)].join(', ')}`,
            },
          ];
    });
  },
};
