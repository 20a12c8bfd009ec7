import {
  addFact,
  commandGroup,
  editFact,
  fact,
  historyPanel,
  moderatorCommand,
  restoreFact,
  retractFact,
  reviews,
  showFact,
  topic,
} from '../src/kit.ts';

const options = { fact: fact('Words of the fact, or its name') };

export default commandGroup({
  name: 'fact',
  description: 'Correct the record',
  commands: [
    moderatorCommand({
      name: 'add',
      description: 'Add a fact to the answer to a question',
      options: { topic: topic('The question that it answers') },
      run: ({ options, ...asked }) => addFact(asked, options.topic),
    }),
    moderatorCommand({
      name: 'edit',
      description: 'Change the wording, standing, dates or evidence of a fact',
      options,
      run: ({ options, ...asked }) => editFact(asked, options.fact),
    }),
    moderatorCommand({
      name: 'retract',
      description: 'Withdraw a fact: who asks for it is told so, and why',
      options,
      run: ({ options, ...asked }) => retractFact(asked, options.fact),
    }),
    moderatorCommand({
      name: 'restore',
      description: 'Tell a withdrawn fact again',
      options,
      run: ({ options, ...asked }) => restoreFact(asked, options.fact),
    }),
    moderatorCommand({
      name: 'show',
      description: 'A fact with its name, what it answers and its last change',
      options,
      run: ({ options, ...asked }) => showFact(asked, options.fact),
    }),
    moderatorCommand({
      name: 'history',
      description: 'Everything that was changed about a fact, and by whom',
      options,
      run: ({ options, ...asked }) => historyPanel(asked, { fact: options.fact.id }),
    }),
    moderatorCommand({
      name: 'review',
      description: 'What waits for a second moderator',
      run: (asked) => reviews(asked),
    }),
  ],
});
