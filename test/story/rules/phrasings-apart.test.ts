import { phrasingsApart } from '../../../src/story/rules/phrasings-apart.ts';
import { proves } from './cases.ts';

const asked = (...phrasings: string[]) => ({ 'facts.topics.repair-cost.asked': phrasings });

proves(phrasingsApart, [
  [
    'a phrasing that is nearly one of another topic',
    asked('what made the clock fall silent now'),
    [
      'facts.yaml · topics › why-stopped › asked › 0: "what made the clock fall silent" is nearly "what made the clock fall silent now", which leads to "repair-cost" (96 % alike)',
    ],
    asked('what made the clock tower cost so much'),
  ],
  [
    'a phrasing that is nearly the title of another topic',
    asked('why did the harbour clock stop us'),
    [
      'facts.yaml · topics › why-stopped › title: "Why did the harbour clock stop?" is nearly "why did the harbour clock stop us", which leads to "repair-cost" (95 % alike)',
    ],
    { 'facts.topics.why-stopped.asked': ['why did the harbour clock stop us'] },
  ],
]);
