import { createInterface, type Interface } from 'node:readline';
import type { Choice } from './complete.ts';
import type { Output } from './ink.ts';
import { tabKey } from './tab.ts';

/** The lines that somebody types at a terminal, with Tab to complete them and the arrows to have them again. */
export const keyboard = (
  input: NodeJS.ReadableStream,
  output: Output,
  find: (typed: string) => Promise<readonly Choice[]>,
): Interface => {
  const onTab = tabKey(find, {
    put: (line) => {
      lines.write(null, { ctrl: true, name: 'u' });
      lines.write(line);
    },
    list: (text) => {
      output.write(`\n${text}\n`);
      lines.prompt(true);
    },
  });
  const lines = createInterface({
    input,
    output,
    terminal: true,
    removeHistoryDuplicates: true,
    completer: (typed: string, done: (error: null, found: [string[], string]) => void) =>
      void onTab(typed).then(() => done(null, [[], typed])),
  });
  lines.once('close', () => output.write('\n'));
  return lines;
};
