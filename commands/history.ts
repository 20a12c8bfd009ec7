import { fact, historyPanel, moderatorCommand, number, optional, person } from '../src/kit.ts';

export default moderatorCommand({
  name: 'history',
  description: 'What was changed in the record, by whom and why; any of it can be undone',
  options: {
    fact: optional(fact('Of one fact')),
    person: optional(person('Of one moderator')),
    days: optional(number('Of the last days', 3650)),
  },
  run: ({ options: { fact, person, days }, ...asked }) =>
    historyPanel(asked, { fact: fact?.id, person, days }),
});
