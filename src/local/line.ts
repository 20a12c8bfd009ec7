/** What a command line needs to know of a command: as Discord publishes it. */
export type Known = {
  readonly name: string;
  readonly options?: readonly { readonly name: string; readonly type: number }[] | undefined;
};

export type Line = {
  readonly command: string;
  readonly options: Readonly<Record<string, string | boolean>>;
};

const BOOLEAN = 5;

/**
 * A slash command as people type it: `/partners company:acme hide:true`. Words before the first `option:` belong to
 * the command's first option, so that `/ask why` needs no more. Nothing where the line is no command.
 */
export const readLine = (line: string, commands: readonly Known[]): Line | undefined => {
  const [, command = '', rest = ''] = /^\/([\w-]+)(?:\s+(.*))?$/s.exec(line.trim()) ?? [];
  if (command === '') return undefined;
  const options = commands.find(({ name }) => name === command)?.options ?? [];
  const typed: Record<string, string | boolean> = {};
  for (const { name, value } of parts(rest, options)) {
    const isFlag = options.find((option) => option.name === name)?.type === BOOLEAN;
    typed[name] = isFlag ? value !== 'false' : value;
  }
  return { command, options: typed };
};

/** The option that the end of a line is about: what Tab completes. */
export const lastOption = (rest: string, options: NonNullable<Known['options']>) =>
  parts(rest, options).at(-1);

const parts = (rest: string, options: NonNullable<Known['options']>): { name: string; value: string }[] => {
  const names = options.map(({ name }) => name).join('|');
  const pieces = names === '' ? [rest] : rest.split(new RegExp(`(?:^|\\s)(${names}):`));
  const [lead = '', ...named] = pieces;
  const first = options[0]?.name;
  return [
    ...(lead.trim() !== '' && first !== undefined ? [{ name: first, value: lead.trim() }] : []),
    ...named.flatMap((name, i) => (i % 2 === 0 ? [{ name, value: (named[i + 1] ?? '').trim() }] : [])),
  ];
};
