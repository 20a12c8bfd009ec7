import { namesInEvidence } from '../../../src/story/rules/names-in-evidence.ts';
import { proves } from './cases.ts';

const text = (words: string) => ({ 'facts.facts.cost.text': words });
const gist = (words: string) => ({ 'sources.sources.minutes.statements.minutes-cost.gist': words });
const problem = (names: string) => [
  `facts.yaml · facts › cost › text: none of its statements names ${names}`,
];

proves(namesInEvidence, [
  [
    'an actor whom no statement names',
    text('She was paid by Corvane.'),
    problem('Corvane'),
    text('She was paid by the Tarn council.'),
  ],
  [
    'an actor called by another name',
    text('The money came from corvane works.'),
    problem('Corvane'),
    { ...text('The money came from corvane works.'), ...gist('Corvane paid.') },
  ],
  [
    'a name that nobody keeps a list of',
    text('She was paid by Fabrizon.'),
    problem('Fabrizon'),
    { ...text('She was paid by Fabrizon.'), ...gist('Fabrizon paid.') },
  ],
  [
    'a name that begins a sentence',
    text('It was paid. Fabrizon did so.'),
    problem('Fabrizon'),
    text('It was paid. Nobody knows by whom.'),
  ],
  [
    'half of a name',
    text('She was paid by the Tarn bank of Lugo.'),
    problem('Lugo'),
    text('She was paid by the bank of Tarn.'),
  ],
  [
    'a people that nobody spoke of',
    text('She was paid by a Norwegian bank.'),
    problem('Norwegian'),
    { ...text('She was paid by a Korean bank.'), ...gist('A bank in Korea paid.') },
  ],
  [
    'the publisher of another source',
    text('The Tarn Echo saw it.'),
    problem('Tarn Echo'),
    { ...text('The Tarn Echo saw it.'), 'sources.sources.minutes.from': 'Tarn Echo' },
  ],
  [
    'a month only where it is a name',
    text('She was paid by June Aldo.'),
    problem('Aldo'),
    text('She was paid on a Monday in June.'),
  ],
]);
