import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import type { House } from './house.ts';
import type { Incoming } from './incoming.ts';
import { suggestions } from './options.ts';
import { type Performed, perform, refusal } from './perform.ts';
import { readPress } from './press.ts';
import { HIDE } from './published.ts';

/** Discord's answer to what it brought. It always has one: nobody is left with "did not respond". */
export const listen = (house: House, incoming: Incoming): APIInteractionResponse => {
  switch (incoming.is) {
    case 'command':
      return command(house, incoming);
    case 'suggestion':
      return suggestion(house, incoming);
    case 'press':
      return press(house, incoming);
    case 'unknown':
      return newMessage(
        refusal(house, incoming.id, 'This is not something the bot can do. /help lists what it can.'),
        true,
      );
    default:
      return incoming satisfies never;
  }
};

const command = (house: House, { id, name, typed, asker }: Incoming & { is: 'command' }) => {
  const done = perform(house, { of: id, command: name, typed, owner: asker.id });
  return newMessage(done, typed.get(HIDE.name) === true);
};

/** Autocomplete cannot be deferred, hidden or apologised for: where it fails, there is simply nothing to choose. */
const suggestion = (
  house: House,
  { name, typed, focused }: Incoming & { is: 'suggestion' },
): APIInteractionResponse => {
  const words = String(typed.get(focused) ?? '');
  const choices = () => house.commands.get(name)?.options[focused]?.suggest?.(house.index(), words) ?? [];
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: suggestions(attempt(house, words, choices)) },
  };
};

const attempt = <T>(house: House, typed: string, act: () => readonly T[]): readonly T[] => {
  try {
    return act();
  } catch (error) {
    house.report(error, [typed]);
    return [];
  }
};

const press = (house: House, incoming: Incoming & { is: 'press' }): APIInteractionResponse => {
  const pressed = readPress(incoming.customId);
  const names = Object.keys(house.commands.get(pressed?.command ?? '')?.options ?? {});
  if (pressed === undefined)
    return newMessage(
      refusal(house, incoming.id, 'This button is too old to work. Ask again with /ask.'),
      true,
    );
  const { owner, manner, page, values } = pressed;
  const done = perform(house, {
    of: incoming.id,
    command: pressed.command,
    typed: new Map(names.flatMap((name, i) => (values[i] ? [[name, values[i]] as const] : []))),
    manner,
    page,
    owner: incoming.asker.id,
  });
  if (owner !== '' && owner === incoming.asker.id && !done.isFailure)
    return { type: InteractionResponseType.UpdateMessage, data: done.message };
  return newMessage(done, owner !== '' || incoming.onPrivate);
};

/** A new message, for everyone or, where it or the asker wants so, for the asker alone. */
export const newMessage = ({ message, isPrivate }: Performed, hide: boolean): APIInteractionResponse => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { ...message, flags: message.flags | (isPrivate || hide ? MessageFlags.Ephemeral : 0) },
});
