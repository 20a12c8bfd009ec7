import { count, flag, ownCommand } from '../src/kit.ts';

export default ownCommand({
  name: 'erase-me',
  description: 'Take your name out of everything that the bot keeps; the record itself stays',
  options: { sure: flag('Yes, take it out') },
  run: async ({ options: { sure }, own }) =>
    sure
      ? {
          kind: 'notice',
          heading: 'Done',
          lines: [
            `Your name stood in ${count(await own.erase(), 'place')}, and is gone from there.`,
            'What you changed in the record stays, as the work of a former moderator.',
          ],
        }
      : {
          kind: 'notice',
          heading: 'Are you sure?',
          lines: [
            'The bot keeps a name only of those who changed the record, or who asked to be told an answer.',
            'It cannot be put back. To go on: /erase-me with the option sure (True).',
          ],
        },
});
