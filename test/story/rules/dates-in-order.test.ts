import { datesInOrder } from '../../../src/story/rules/dates-in-order.ts';
import { proves } from './cases.ts';

proves(datesInOrder, [
  [
    'a fact that is newer than all that is known of it',
    { 'facts.facts.cost.asOf': '2031-04-03' },
    ['facts.yaml · facts › cost › asOf: holds as of 2031-04-03, and its newest evidence is of 2031-04-02'],
    { 'facts.facts.cost.asOf': '2031-04-02' },
  ],
  [
    'a fact of a later month',
    { 'facts.facts.cost.asOf': '2031-05' },
    ['facts.yaml · facts › cost › asOf: holds as of 2031-05, and its newest evidence is of 2031-04-02'],
    { 'facts.facts.cost.asOf': '2031-05', 'sources.sources.minutes.date': '2031-05-09' },
  ],
  [
    'something that had not yet happened',
    { 'facts.facts.fell-silent.when': '2031-03-06' },
    ['facts.yaml · facts › fell-silent › when: tells of 2031-03-06, and holds as of 2031-03-05'],
    { 'facts.facts.fell-silent.when': '2031-03' },
  ],
]);
