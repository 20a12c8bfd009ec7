import { openStory } from '../bot.ts';
import { messagesFor } from '../discord/render/render.ts';
import { houseRules } from '../story/rules/rules.ts';
import { count, table, type Verb } from './verb.ts';

/** Everything that is wrong with the knowledge; or how much of it there is, and what was looked at. */
export const check: Verb = {
  usage: 'check',
  run: async (_, { knowledge, page }) => {
    const opened = await openStory(knowledge);
    if ('faults' in opened) {
      const many = `${count(opened.faults.length, 'problem')} in ${knowledge}`;
      return { lines: [...opened.faults, many], isWell: false };
    }
    const { topics, facts, statements, sources, actors } = opened.index.story;
    return {
      lines: [
        `${knowledge}: ${facts.size} facts, ${topics.size} topics, ${sources.size} sources, ${statements.size} statements, ${actors.size} actors`,
        'Every house rule is kept:',
        ...table(
          houseRules(messagesFor).map(({ name, why }) => [name, why]),
          page,
        ),
      ],
      isWell: true,
    };
  },
};
