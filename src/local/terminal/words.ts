import { hang, type Page } from './paint.ts';

/** What somebody reads who has just come in. */
export const welcome = ({ ink: { bold }, width }: Page): string =>
  [
    `${bold('Receipts')}: the bot, on a Discord of its own in this terminal. Nothing leaves this machine.`,
    `Ask about the story in your own words, or type a slash command: ${bold('/help')} lists them, Tab completes them.`,
    `${bold('help')} explains this terminal, ${bold('quit')} leaves it.`,
  ]
    .flatMap((line) => hang('', 0, line, width))
    .join('\n');

/** All that can be typed. */
export const help = ({ ink: { bold }, width }: Page): string =>
  keys
    .flatMap(([typed, meaning]) => hang(bold(`  ${typed}`.padEnd(WIDEST)), WIDEST, meaning, width))
    .join('\n');

const WIDEST = 27;

const keys = [
  ['any question', 'asks the bot, as /ask does'],
  ['/command option:words', 'a slash command; Tab completes commands, options and what they take'],
  ['2', 'presses button 2 of the last message, or chooses it from a list'],
  ['4 6', 'chooses several from a list; none chooses nothing'],
  ['@ question', 'mentions the bot in the channel'],
  ['dm question', 'writes to the bot directly; dm /command works there too'],
  ['as moderator, as member', 'changes who you are; as second moderator, to review'],
  ['help', 'this list'],
  ['quit', 'leaves, as Ctrl-D does'],
] as const;
