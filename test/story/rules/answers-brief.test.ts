import { answersBrief } from '../../../src/story/rules/answers-brief.ts';
import { proves } from './cases.ts';

const long = (characters: number) => 'x'.repeat(characters);
const fact = { standing: 'stated', asOf: '2031-04', rests: ['minutes-cost'] };
const three = (characters: number) =>
  Object.fromEntries(
    ['a', 'b', 'c'].map((id) => [`facts.facts.${id}`, { ...fact, text: long(characters) }] as const),
  );
const shows = (...facts: string[]) => ({ 'facts.topics.repair-cost.facts': facts });

proves(answersBrief, [
  [
    'an answer of five points',
    { ...three(9), ...shows('cost', 'lightning', 'a', 'b', 'c') },
    ['facts.yaml · topics › repair-cost › facts: its answer has 5 points, and at most 4'],
    { ...three(9), ...shows('lightning', 'a', 'b', 'c') },
  ],
  [
    'an answer of 903 characters',
    { ...three(301), ...shows('a', 'b', 'c') },
    ['facts.yaml · topics › repair-cost › facts: its answer has 903 characters, and at most 900'],
    { ...three(300), ...shows('a', 'b', 'c') },
  ],
]);
