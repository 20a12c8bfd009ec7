import { refuse } from '../../refusal.ts';
import { backup, restore } from './backup.ts';
import { exportVerb } from './export.ts';
import type { Printed, Setting } from './verb.ts';
import { verify } from './verify.ts';

const verbs = [verify, exportVerb, backup, restore];

/** What each of the commands on the ledger is told. */
export const ledgerUsages: readonly string[] = verbs.map(({ usage }) => usage);

/** The operators' commands, behind `npm run ledger --`. Refuses a command that there is not. */
export const ledgerCommand = async (
  [name, ...words]: readonly string[],
  setting: Setting,
): Promise<Printed> => {
  const verb =
    verbs.find(({ usage }) => usage.split(' ')[0] === name) ??
    refuse(`There is no "ledger ${name ?? ''}". There are: ${ledgerUsages.join(' · ')}`);
  return verb.run(words, setting);
};
