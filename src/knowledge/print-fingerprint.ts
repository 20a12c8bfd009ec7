import { refuse } from '../refusal.ts';
import { fingerprint } from '../story/fingerprint.ts';
import { textIn } from './text-in.ts';
import type { Verb } from './verb.ts';

/** The fingerprint of a text, as it is written in `sources.yaml`. */
export const printFingerprint: Verb = {
  usage: 'fingerprint FILE',
  run: async ([file]) => {
    const text = await textIn(file ?? refuse('Which text? knowledge fingerprint FILE'));
    return { lines: ['fingerprint:', ...fingerprint(text).map((line) => `  - "${line}"`)], isWell: true };
  },
};
