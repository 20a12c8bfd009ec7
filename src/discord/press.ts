import { limits } from './render/limits.ts';

/**
 * What a button does: asks a command for these values again, and shows its reply (`say`) or the sources of its
 * reply (`full`); or takes the step of that name (`step`), as selects and forms do too. All its state is in its id,
 * so it works after a restart and nothing waits for it.
 */
export type Press = {
  readonly manner: (typeof manners)[number];
  /** Of a reply of several pages, which; from 0. */
  readonly page: number;
  /** Whose message it changes; empty where it changes none and brings a new one. */
  readonly owner: string;
  readonly command: string;
  /** What the command's options were, in their order; empty for one that was left out. */
  readonly values: readonly string[];
};

const manners = ['say', 'full', 'step'] as const;

/** A step of a moderator's work, and what it is about. */
export type StepPress = Press & { readonly manner: 'step' };

export const stepPress = (command: string, ...values: readonly string[]): StepPress => ({
  manner: 'step',
  page: 0,
  owner: '',
  command,
  values,
});

const pattern =
  /^(say|full|step):(\d{1,4}):([0-9a-z]{0,14}):([a-z0-9][a-z0-9 -]{0,31})((?::[a-z0-9+-]{0,73})*)$/;

/** The `custom_id` of a button. */
export const pressId = ({ manner, page, owner, command, values }: Press): string => {
  const person = owner === '' ? '' : BigInt(owner).toString(36);
  const id = [manner, page, person, command, ...values].join(':');
  if (id.length > limits.customId || !pattern.test(id))
    throw new Error(`A button of /${command} cannot hold its state`);
  return id;
};

/** Reads it back, or nothing where it is none of ours: it comes from outside, and may be forged or old. */
export const readPress = (customId: string): Press | undefined => {
  const [, shown, page = '0', person = '', command = '', values = ''] = pattern.exec(customId) ?? [];
  const manner = manners.find((one) => one === shown);
  if (manner === undefined) return undefined;
  return {
    manner,
    page: Number(page),
    owner: person === '' ? '' : fromBase36(person),
    command,
    values: values.split(':').slice(1),
  };
};

const fromBase36 = (text: string): string =>
  String([...text].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n));
