import { allUsed } from '../../../src/story/rules/all-used.ts';
import { proves } from './cases.ts';

const veld = { name: 'Otmar Veld', kind: 'person', what: 'The harbour master.', also: ['harbour master'] };
const problem = 'actors.yaml · actors › veld: says nothing, publishes nothing, and is named nowhere';
const withVeld = { 'actors.actors.veld': veld };
const cost = 'sources.sources.minutes.statements.minutes-cost';

proves(allUsed, [
  ['an actor of whom nothing is told', withVeld, [problem], { ...withVeld, [`${cost}.by`]: 'veld' }],
  [
    'an actor whose name stands only within a longer word',
    { ...withVeld, 'facts.facts.cost.text': 'It was paid at Otmar Veldhuis.' },
    [problem],
    { ...withVeld, 'facts.facts.cost.text': "It was paid at Otmar Veld's." },
  ],
  [
    'an actor who publishes nothing here',
    withVeld,
    [problem],
    { ...withVeld, 'sources.sources.minutes.publisher': 'Otmar Veld' },
  ],
  [
    'an actor called by another name, when that name falls',
    withVeld,
    [problem],
    { ...withVeld, [`${cost}.gist`]: 'The harbour master paid 900 crowns.' },
  ],
]);
