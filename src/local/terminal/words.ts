import type { Ink } from './ink.ts';

/** What somebody reads who has just come in. */
export const welcome = ({
  bold,
  dim,
}: Ink): string => `${bold('Receipts')}: the bot, on a Discord of its own in this terminal. Nothing leaves this machine.
Ask in your own words, or type a slash command: ${bold('/help')} lists them, Tab completes them.
${bold('help')} ${dim('explains this terminal,')} ${bold('quit')} ${dim('leaves it.')}
`;

/** All that can be typed. */
export const help = (ink: Ink): string =>
  keys.map(([typed, meaning]) => `  ${ink.bold(typed.padEnd(WIDEST))}${meaning}`).join('\n');

const WIDEST = 26;

const keys = [
  ['any question', 'asks the bot, as /ask does'],
  ['/command option:words', 'a slash command; Tab completes commands, options and what they take'],
  ['2', 'presses button 2 of the last message'],
  ['@ question', 'mentions the bot in the channel'],
  ['dm question', 'writes to the bot directly; dm /command works there too'],
  ['as moderator, as member', 'changes who you are'],
  ['help', 'this list'],
  ['quit', 'leaves, as Ctrl-D does'],
] as const;
