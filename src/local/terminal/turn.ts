import type { Chat, Observed } from '../chat.ts';
import type { Outcome, Person, ShownMessage } from '../discord/open.ts';
import { buttonsOf, menuOf } from '../message.ts';
import type { Deed } from './intent.ts';

/** What somebody did, and what came of it: from the bot, or from their own client, which did not send it. */
export type Turn = {
  readonly by: string;
  readonly deed: Deed;
  /** The label of the button that was pressed. */
  readonly label?: string;
  /** The labels of what was chosen. */
  readonly chosen?: readonly string[];
} & ({ readonly outcome: Outcome; readonly observed: Observed | undefined } | { readonly stopped: string });

/** Does it as this person; `last` is the newest message with something to press or choose that came. */
export const take = async (
  chat: Chat,
  person: Person,
  deed: Deed,
  last: ShownMessage | undefined,
): Promise<Turn> => {
  const button = deed.is === 'press' && last ? buttonsOf(last)[deed.number - 1] : undefined;
  const options = button === undefined && last ? optionsAt(last, deed) : undefined;
  const done = {
    by: person.name,
    deed,
    ...(button && { label: button.label }),
    ...(options && { chosen: options.map(({ label }) => label) }),
  };
  try {
    const outcome = await send(person, deed, () => {
      if (last === undefined) throw new Error('No message with buttons has come yet');
      if (button !== undefined) return person.press(last, button.customId);
      const menu = menuOf(last);
      if (menu === undefined || options === undefined) throw new Error(noControl(last));
      return person.choose(
        last,
        menu.custom_id,
        options.map(({ value }) => value),
      );
    });
    return {
      ...done,
      outcome,
      observed: chat.observed(outcome.interaction ?? outcome.message?.replyTo ?? ''),
    };
  } catch (error) {
    if (error instanceof Error) return { ...done, stopped: error.message };
    throw error;
  }
};

/** What of a select these numbers mean, which go on where those of the buttons end; nothing where one means none. */
const optionsAt = (last: ShownMessage, deed: Deed) => {
  const numbers = deed.is === 'press' ? [deed.number] : deed.is === 'choose' ? deed.numbers : undefined;
  const before = buttonsOf(last).length;
  const found = numbers?.map((number) => menuOf(last)?.options[number - before - 1]);
  const known = found?.filter((one) => one !== undefined);
  return known?.length === found?.length ? known : undefined;
};

const send = (person: Person, deed: Deed, press: () => Promise<Outcome>): Promise<Outcome> => {
  switch (deed.is) {
    case 'command':
      return person.command(deed.line, deed.options, { where: deed.where });
    case 'message':
      return person.send(
        deed.text,
        deed.to === 'dm' ? { where: 'dm', quiet: PATIENCE } : { mention: true, quiet: PATIENCE },
      );
    case 'press':
    case 'choose':
      return press();
    case 'fill':
      return person.submit(deed.form, deed.fields);
    default:
      return deed satisfies never;
  }
};

/** How long a message waits for an answer, which need not come. */
const PATIENCE = 1500;

const noControl = (last: ShownMessage): string => {
  const most = buttonsOf(last).length + (menuOf(last)?.options.length ?? 0);
  const what = menuOf(last) === undefined ? 'button' : 'number';
  return `The newest message with buttons has ${most === 1 ? `only ${what} 1` : `${what}s 1 to ${most}`}`;
};
