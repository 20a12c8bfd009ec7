import type { Chat, Observed } from '../chat.ts';
import type { Outcome, Person, ShownMessage } from '../discord/open.ts';
import { buttonsOf } from '../message.ts';
import type { Deed } from './intent.ts';

/** What somebody did, and what came of it: from the bot, or from their own client, which did not send it. */
export type Turn = {
  readonly by: string;
  readonly deed: Deed;
  /** The label of the button that was pressed. */
  readonly label?: string;
} & ({ readonly outcome: Outcome; readonly observed: Observed | undefined } | { readonly stopped: string });

/** Does it as this person; `last` is the newest message with buttons that came. */
export const take = async (
  chat: Chat,
  person: Person,
  deed: Deed,
  last: ShownMessage | undefined,
): Promise<Turn> => {
  const button = deed.is === 'press' && last ? buttonsOf(last)[deed.number - 1] : undefined;
  const done = { by: person.name, deed, ...(button && { label: button.label }) };
  try {
    const outcome = await send(person, deed, () => {
      if (last === undefined) throw new Error('No message with buttons has come yet');
      if (button === undefined) throw new Error(noButton(buttonsOf(last).length));
      return person.press(last, button.customId);
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
      return press();
    default:
      return deed satisfies never;
  }
};

/** How long a message waits for an answer, which need not come. */
const PATIENCE = 1500;

const noButton = (most: number): string =>
  `The newest message with buttons has ${most === 1 ? 'only button 1' : `buttons 1 to ${most}`}`;
