import { opinionsLabelled } from '../../../src/story/rules/opinions-labelled.ts';
import { proves } from './cases.ts';

const opinion = { 'sources.sources.minutes.statements.minutes-cost.kind': 'opinion' };
const problem = [
  'facts.yaml · facts › cost › text: rests on "minutes-cost", which is an opinion, and does not say that it is that of Tarn council',
];

proves(opinionsLabelled, [
  [
    'an opinion told as something that is so',
    opinion,
    problem,
    { ...opinion, 'facts.facts.cost.text': 'The Tarn council thought 900 crowns enough.' },
  ],
  [
    'an established fact that is an opinion',
    { ...opinion, 'facts.facts.cost.standing': 'established' },
    problem,
    { ...opinion, 'facts.facts.cost.standing': 'unknown' },
  ],
  [
    'an opinion under the name of nobody who holds or prints it',
    { ...opinion, 'facts.facts.cost.text': 'Corvane thought so.' },
    problem,
    {
      ...opinion,
      'facts.facts.cost.text': 'The Tidings thought so.',
      'sources.sources.minutes.publisher': 'Tidings',
    },
  ],
]);
