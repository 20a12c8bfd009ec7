import { readsEasily } from '../../../src/story/rules/reads-easily.ts';
import { proves } from './cases.ts';

const text = (words: string) => ({ 'facts.facts.cost.text': words });

proves(readsEasily, [
  [
    'a sentence of 46 words',
    text(`${'so '.repeat(45)}on.`),
    ['facts.yaml · facts › cost › text: has a sentence of 46 words, and at most 45 are read'],
    text(`${'so '.repeat(44)}on. And on.`),
  ],
  [
    'long words',
    text('Municipal expenditure necessitated authorisation.'),
    ['facts.yaml · facts › cost › text: has words of 11.3 letters on average, and at most 6 read easily'],
    text('The town had to be asked before the clock was paid for.'),
  ],
]);
