import { addTopic, commandGroup, moderatorCommand, phrase, topic } from '../src/kit.ts';

export default commandGroup({
  name: 'topic',
  description: 'The questions that the record answers',
  commands: [
    moderatorCommand({
      name: 'add',
      description: 'Add a question, and choose the facts that answer it',
      run: () => addTopic(),
    }),
    moderatorCommand({
      name: 'phrasing',
      description: 'Change the ways in which a question is asked',
      options: { topic: topic('The question') },
      run: ({ options, ...asked }) => phrase(asked, options.topic),
    }),
  ],
});
