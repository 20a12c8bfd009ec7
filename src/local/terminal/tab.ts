import type { Choice } from './complete.ts';

/** What a press of Tab changes: the line up to the cursor, or what is listed above it. */
export type Tabbed = { readonly line?: string; readonly listed?: readonly string[] };

/** More lines than these push what was answered out of sight. */
const MOST = 20;

/**
 * What Tab does: it completes what can only mean one thing, and lists what could mean many; pressed again, it goes
 * through the list, and from its end back to what was typed.
 */
export const tabKey = (
  find: (typed: string) => Promise<readonly Choice[]>,
): ((typed: string) => Promise<Tabbed>) => {
  let round: { readonly lines: readonly string[]; readonly at: number } = { lines: [], at: 0 };
  return async (typed) => {
    if (round.lines.length > 1 && round.lines[round.at] === typed) {
      round = { ...round, at: (round.at + 1) % round.lines.length };
      return { line: round.lines[round.at] ?? typed };
    }
    const choices = (await find(typed)).slice(0, MOST);
    if (choices.length === 0) return {};
    const shared = sharedStart(choices.map(({ line }) => line));
    const goesOn = shared.length > typed.length && shared.toLowerCase().startsWith(typed.toLowerCase());
    if (choices.length === 1 || goesOn) return { line: shared };
    round = { lines: [typed, ...choices.map(({ line }) => line)], at: 0 };
    return { listed: listed(choices) };
  };
};

const listed = (choices: readonly Choice[]): string[] => {
  const widest = Math.max(...choices.map(({ shown }) => shown.length));
  return choices.map(({ shown, about }) =>
    about === undefined ? `  ${shown}` : `  ${shown.padEnd(widest)}  ${about}`,
  );
};

const sharedStart = ([first = '', ...others]: readonly string[]): string => {
  let length = first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
};
