import { explain, find, moderatorCommand, refuse, text, why } from '../src/kit.ts';

export default moderatorCommand({
  name: 'why-this-answer',
  description: 'Why a question is answered as it is, or is not',
  options: { question: text('The question, as it was asked') },
  run: ({ options: { question }, index, before }) =>
    question === ''
      ? refuse('Which question? Write it as it was asked.')
      : why(explain(index, find(index, question, before))),
});
