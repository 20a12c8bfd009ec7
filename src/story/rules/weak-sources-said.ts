import { namer, spaced } from '../mentions.ts';
import type { Fact, Story } from '../model.ts';
import { voiceOf } from '../voice.ts';
import type { Rule } from './rule.ts';

const says = /\b(weak|unsigned|unchecked|blogs?|cop(y|ies))\b/i;

/** Whether no voice behind it is trusted: one good copy of a report makes up for any number of weak ones. */
const isWeak = ({ rests }: Fact): boolean =>
  [...Map.groupBy(rests, ({ source }) => voiceOf(source)).values()].every((copies) =>
    copies.every(({ source }) => source.trust === 'weak'),
  );

/** Readers know what to think of the article: naming it is label enough. */
const namesArticle = ({ rests, text }: Fact, { article }: Story): boolean =>
  rests.every(
    ({ source, by }) => source === article && (/\barticle\b/i.test(text) || namer(by)(spaced(text))),
  );

export const weakSourcesSaid: Rule = {
  name: 'weak-sources-said',
  why: 'a page that nobody signed or checked must not sound like one that somebody did',
  check: ({ story }) =>
    [...story.facts.values()]
      .filter(({ standing }) => standing === 'established' || standing === 'stated')
      .filter((fact) => isWeak(fact) && !says.test(fact.text) && !namesArticle(fact, story))
      .map(({ id }) => ({
        file: 'facts.yaml',
        at: ['facts', id, 'text'],
        about: id,
        message: 'rests on weak sources alone, and does not say so',
      })),
};
