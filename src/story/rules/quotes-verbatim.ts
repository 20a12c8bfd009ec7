import { standsIn } from '../fingerprint.ts';
import type { Rule } from './rule.ts';

const FEWEST = 4;
const MOST = 30;

export const quotesVerbatim: Rule = {
  name: 'quotes-verbatim',
  why: "what is shown as somebody's own words must be those words, in that line, and short",
  check: ({ story }) =>
    [...story.statements.values()].flatMap(({ id, source, wording }) => {
      if (wording.as === 'gist') return [];
      const words = wording.text.split(/\s+/).length;
      const messages = [
        ...(words < FEWEST || words > MOST ? [`has ${words} words, and must have ${FEWEST} to ${MOST}`] : []),
        ...(wording.line === undefined || standsIn(source.fingerprint, wording.line, wording.text)
          ? []
          : [`does not stand word for word in line ${wording.line} of its source`]),
      ];
      if (wording.line === undefined && source.fingerprint.length > 0)
        messages.push('is not checked against the marks of its source: give its line');
      return messages.map((message) => ({
        file: 'sources.yaml',
        at: ['sources', source.id, 'statements', id, 'quote'],
        about: id,
        message,
      }));
    }),
};
