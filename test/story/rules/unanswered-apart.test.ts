import { unansweredApart } from '../../../src/story/rules/unanswered-apart.ts';
import { proves } from './cases.ts';

const silent = (asked: string) => ({ 'phrasings.unanswered': { money: asked } });

proves(unansweredApart, [
  [
    'a question that a topic answers',
    silent('when was the tower built\nwhat did the repair cost\n'),
    [
      'phrasings.yaml · unanswered › money: "what did the repair cost" says the same words as a way of asking "repair-cost"',
    ],
    silent('when was the tower built\nwhat did the tower cost\n'),
  ],
]);
