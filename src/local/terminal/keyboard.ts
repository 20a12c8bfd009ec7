import { createInterface, type Interface } from 'node:readline';
import type { Choice } from './complete.ts';
import type { Output } from './ink.ts';
import { type Tabbed, tabKey } from './tab.ts';

/** The lines that somebody types at a terminal, with Tab to complete them and the arrows to have them again. */
export const keyboard = (
  input: NodeJS.ReadableStream,
  output: Output,
  find: (typed: string) => Promise<readonly Choice[]>,
): Interface => {
  const press = tabKey(find);
  const lines = createInterface({
    input,
    output,
    terminal: true,
    removeHistoryDuplicates: true,
    completer: (typed: string, done: (error: null, found: [string[], string]) => void) =>
      void press(typed).then((tabbed) => {
        // The bot was asked meanwhile, and the line may have been sent.
        if (lines.line.slice(0, lines.cursor) === typed) show(tabbed);
        done(null, [[], typed]);
      }),
  });
  const show = ({ line, listed = [] }: Tabbed) => {
    if (line !== undefined) {
      lines.write(null, { ctrl: true, name: 'u' });
      lines.write(line);
    }
    if (listed.length > 0) {
      const most = output.columns ?? Number.POSITIVE_INFINITY;
      const fitting = listed.map((one) => (one.length > most ? `${one.slice(0, most - 1)}…` : one));
      output.write(`\n${fitting.join('\n')}\n`);
      lines.prompt(true);
    }
  };
  lines.once('close', () => output.write('\n'));
  return lines;
};
