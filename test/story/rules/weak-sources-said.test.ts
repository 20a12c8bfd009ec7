import { weakSourcesSaid } from '../../../src/story/rules/weak-sources-said.ts';
import { proves } from './cases.ts';

const weak = { 'sources.sources.minutes.trust': 'weak' };
const problem = (id: string) => [
  `facts.yaml · facts › ${id} › text: rests on weak sources alone, and does not say so`,
];
const reprints = {
  ...weak,
  'sources.sources.minutes.from': 'Corvane',
  'sources.sources.leaflet': {
    publisher: 'A leaflet',
    title: 'The clock',
    date: '2031-04-03',
    kind: 'blog',
    trust: 'weak',
    from: 'Corvane',
    statements: {
      'leaflet-cost': { by: 'corvane', on: '2031-04-03', kind: 'reported', gist: 'She had 900 crowns.' },
    },
  },
  'facts.facts.cost.rests': ['minutes-cost', 'leaflet-cost'],
};
const article = { 'sources.sources.echo-report.trust': 'weak' };

proves(weakSourcesSaid, [
  [
    'a weak source that is passed off as a good one',
    weak,
    problem('cost'),
    { ...weak, 'facts.facts.cost.text': 'An unsigned page says that it cost 900 crowns.' },
  ],
  [
    'many weak copies of one text',
    reprints,
    problem('cost'),
    { ...reprints, 'sources.sources.leaflet.trust': 'good' },
  ],
  [
    'a weak source where nothing is settled, once it is',
    weak,
    problem('cost'),
    { ...weak, 'facts.facts.cost.standing': 'unknown' },
  ],
  [
    'the word of the article alone',
    { ...article, 'facts.facts.fell-silent.text': 'The clock fell silent.' },
    problem('fell-silent'),
    { ...article, 'facts.facts.fell-silent.text': 'The article says that the clock fell silent.' },
  ],
]);
