import { command, isReaders } from '../src/kit.ts';

const forModerators = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `For moderators of the record, whom the bot's operator names (whatever a server's own settings say): ${names.join(', ')}.`,
      ];

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
      ...commands.filter(isReaders).map(({ name, description }) => `/${name}: ${description}`),
      ...forModerators(commands.filter((one) => !isReaders(one)).map(({ name }) => `/${name}`)),
      'With the option hide (True) an answer is shown to you alone.',
    ],
  }),
});
