import { ask, command, question, refuse } from '../src/kit.ts';

export default command({
  name: 'ask',
  description: 'Ask anything about the story',
  options: { question: question('What would you like to know?') },
  run: ({ options, index, before }) =>
    options.question === ''
      ? refuse('What would you like to know? Write a question.')
      : ask(index, options.question, before),
});
