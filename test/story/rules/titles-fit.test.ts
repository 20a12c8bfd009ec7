import { titlesFit } from '../../../src/story/rules/titles-fit.ts';
import { proves } from './cases.ts';

const title = (text: string) => ({ 'facts.topics.repair-cost.title': text });
const problem = (characters: number) => [
  `facts.yaml · topics › repair-cost › title: has ${characters} characters, and must have 12 to 80`,
];

proves(titlesFit, [
  ['a title that says too little', title('The repair?'), problem(11), title('The repairs?')],
  ['a title that is cut off', title('x'.repeat(81)), problem(81), title('x'.repeat(80))],
]);
