import { command } from '../src/kit.ts';

export default command({
  name: 'help',
  description: 'What the bot can do',
  isPrivate: true,
  run: ({ commands }) => ({
    kind: 'notice',
    heading: 'What you can ask',
    lines: [
      'Ask in your own words with /ask, by mentioning the bot, or in a direct message. Misspellings are fine.',
      'Every fact has the numbers of the statements behind it, and under the answer stands who said them, where and when. Where the record does not answer, the bot says so.',
      ...commands.map(({ name, description }) => `/${name}: ${description}`),
      'With the option hide (True) an answer is shown to you alone.',
    ],
  }),
});
