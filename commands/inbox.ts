import { moderatorCommand, questionList } from '../src/kit.ts';

export default moderatorCommand({
  name: 'inbox',
  description: 'What members asked in vain, what they marked wrong, and what is due to be looked at again',
  run: (asked) => questionList(asked),
});
