import type { Topic } from '../model.ts';
import type { Index } from '../search/index.ts';
import { type Wording, wordingsOf } from '../search/wordings.ts';
import type { Rule } from './rule.ts';

/** A title or way of asking, and its words in whatever order. */
type Asked = Wording & { readonly topic: Topic; readonly key: string };

const askedIn = ({ rows, topics, unnamed }: Index): Asked[] =>
  topics.flatMap((topic, place) =>
    wordingsOf(topic, unnamed).flatMap(({ kind, text }, i) =>
      kind === 'fact' || kind === 'speaker'
        ? []
        : [
            {
              kind,
              text,
              topic,
              key: rows
                .tokensIn((rows.first[place] ?? 0) + i)
                .toSorted()
                .join(' '),
            },
          ],
    ),
  );

/** Whoever asks in these very words is answered by their topic: unless another has the same, or they look like another language. */
export const phrasingsLeadHome: Rule = {
  name: 'phrasings-lead-home',
  why: 'a way of asking that is written under a topic must be answered by it',
  check: (index) => {
    const all = askedIn(index);
    const homes = new Map<string, Set<Topic>>();
    for (const { key, topic } of all) homes.set(key, (homes.get(key) ?? new Set()).add(topic));
    return all.flatMap(({ kind, text, topic, key }) => {
      const others = [...(homes.get(key) ?? [])].filter((one) => one !== topic);
      // What people were heard to ask is for nearness alone: only what curators chose is promised its answer.
      const language = kind === 'further' ? undefined : index.interpret(text)?.language.name;
      if (others.length === 0 && language === undefined) return [];
      const i = topic.asked.indexOf(text);
      return [
        {
          file: kind === 'further' ? 'phrasings.yaml' : 'facts.yaml',
          at:
            kind === 'further'
              ? ['phrasings', topic.id]
              : ['topics', topic.id, ...(kind === 'title' ? ['title'] : ['asked', i])],
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
