import { exportLedger } from '../../desk/export.ts';
import { withLedger } from './sound.ts';
import type { Verb } from './verb.ts';

/** Writes what moderators changed into the files of the book, line by line; commit them, and it is there for good. */
export const exportVerb: Verb = {
  usage: 'export',
  run: async (_, setting) =>
    withLedger(setting, async ({ revisions }) => {
      const {
        files,
        lines,
        revisions: told,
        conflicts,
      } = await exportLedger(setting.knowledge, revisions, setting.judge);
      const barred = [...new Set(conflicts.map(({ revision }) => revision.seq))];
      return {
        lines: [
          ...lines,
          told.length === 0
            ? 'The book says all of it already.'
            : `${files.map((file) => `${file}.yaml`).join(', ')}: revisions ${told.join(', ')}`,
          ...(barred.length === 0
            ? []
            : [
                `The book says otherwise than revisions ${barred.join(', ')}: they are left out until moderators decide.`,
              ]),
        ],
        isWell: barred.length === 0,
      };
    }),
};
