import type { Topic } from '../model.ts';
import { type Index, kinds, textOf } from '../search/index.ts';
import type { Rule } from './rule.ts';

/** The topics under which a title or way of asking stands with the same words, whatever their order. */
const homesOf = ({ rows, topics }: Index): ReadonlyMap<string, ReadonlySet<Topic>> => {
  const homes = new Map<string, Set<Topic>>();
  for (const [row, place] of rows.topic.entries()) {
    const topic = topics[place];
    if (topic === undefined || !isAsked(rows, row)) continue;
    const key = keyOf(rows.tokensIn(row));
    homes.set(key, (homes.get(key) ?? new Set()).add(topic));
  }
  return homes;
};

const isAsked = ({ kind }: Index['rows'], row: number): boolean =>
  ['title', 'phrasing', 'further'].includes(kinds[kind[row] ?? 0] ?? '');

const keyOf = (tokens: Uint32Array): string => tokens.toSorted().join(' ');

/** Whoever asks in these very words is answered by their topic: unless another has the same, or they look like another language. */
export const phrasingsLeadHome: Rule = {
  name: 'phrasings-lead-home',
  why: 'a way of asking that is written under a topic must be answered by it',
  check: (index) => {
    const homes = homesOf(index);
    return Array.from(index.rows.topic, (place, row) => ({ place, row })).flatMap(({ place, row }) => {
      const topic = index.topics[place];
      if (topic === undefined || !isAsked(index.rows, row)) return [];
      const others = [...(homes.get(keyOf(index.rows.tokensIn(row))) ?? [])].filter((one) => one !== topic);
      const text = textOf(index, row);
      const language = index.interpret(text)?.language.name;
      if (others.length === 0 && language === undefined) return [];
      const i = topic.asked.indexOf(text);
      const isFurther = i < 0 && text !== topic.title;
      return [
        {
          file: isFurther ? 'phrasings.yaml' : 'facts.yaml',
          at: isFurther
            ? ['phrasings', topic.id]
            : ['topics', topic.id, ...(i < 0 ? ['title'] : ['asked', i])],
          about: text,
          message:
            language === undefined
              ? `"${text}" says the same words as a way of asking ${others.map(({ id }) => `"${id}"`).join(' and ')}`
              : `"${text}" is taken for ${language}`,
        },
      ];
    });
  },
};
