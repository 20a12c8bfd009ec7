import {
  type APIInteractionResponse,
  type APIInteractionResponseChannelMessageWithSource,
  InteractionResponseType,
  MessageFlags,
} from 'discord-api-types/v10';
import { Refusal } from '../refusal.ts';
import { readerSteps } from './asking/reader-steps.ts';
import { takeReaderStep } from './asking/take-reader-step.ts';
import { type Performed, refusal, type Spoken } from './attempt.ts';
import { isReaders } from './command.ts';
import { steps } from './editing/steps.ts';
import type { Filled } from './filled.ts';
import type { House } from './house.ts';
import type { Incoming } from './incoming.ts';
import { moderating } from './moderating.ts';
import { suggestions } from './options.ts';
import { perform } from './perform.ts';
import { type Press, readPress } from './press.ts';
import { HIDE } from './published.ts';
import type { Message } from './render/message.ts';
import { takeStep } from './take-step.ts';

/** Says something in the moderators' channel; said twice for the same interaction, it is there once. */
export type Posting = (message: Message, key: string) => Promise<void>;

/** Discord's answer to what it brought. It always has one: nobody is left with "did not respond". */
export const listen = async (
  house: House,
  incoming: Incoming,
  post: Posting = async () => {},
): Promise<APIInteractionResponse> => {
  switch (incoming.is) {
    case 'command':
      return command(house, incoming, post);
    case 'suggestion':
      return suggestion(house, incoming);
    case 'press':
    case 'choice':
    case 'form':
      return control(house, incoming, post);
    case 'unknown':
      return newMessage(
        refusal(house, incoming.id, 'This is not something the bot can do. /help lists what it can.'),
        true,
      );
    default:
      return incoming satisfies never;
  }
};

const command = async (
  house: House,
  { id, name, typed, asker, guild, channel }: Incoming & { is: 'command' },
  post: Posting,
) => {
  const done = await perform(house, { of: id, command: name, typed, owner: asker.id, asker, guild, channel });
  return response({ id }, done, post, () => typed.get(HIDE.name) === true);
};

/** Autocomplete cannot be deferred, hidden or apologised for: where it fails, there is simply nothing to choose. */
const suggestion = async (
  house: House,
  { id, name, typed, focused, asker, guild }: Incoming & { is: 'suggestion' },
): Promise<APIInteractionResponse> => {
  const words = String(typed.get(focused) ?? '');
  const choices = async () => {
    const command = house.commands.get(name);
    // Nobody is refused in words here; but what is not published is not suggested either.
    if (command !== undefined && !isReaders(command)) await moderating(house.editing, { asker, guild }, id);
    return command?.options[focused]?.suggest?.(house.index(), words) ?? [];
  };
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: suggestions(await orNothing(house, words, choices)) },
  };
};

const orNothing = async <T>(
  house: House,
  typed: string,
  act: () => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) house.report(error, [typed]);
    return [];
  }
};

type Control = Incoming & { is: 'press' | 'choice' | 'form' };

const control = async (house: House, incoming: Control, post: Posting): Promise<APIInteractionResponse> => {
  const pressed = readPress(incoming.customId);
  const { asker, guild } = incoming;
  if (pressed === undefined || (pressed.manner !== 'step' && incoming.is !== 'press'))
    return newMessage(
      refusal(house, incoming.id, 'This button is too old to work. Ask again with /ask.'),
      true,
    );
  if (pressed.manner === 'step') return step(house, incoming, pressed, post);
  const { owner, manner, page, values } = pressed;
  const names = Object.keys(house.commands.get(pressed.command)?.options ?? {});
  const done = await perform(house, {
    of: incoming.id,
    command: pressed.command,
    typed: new Map(names.flatMap((name, i) => (values[i] ? [[name, values[i]] as const] : []))),
    manner,
    page,
    owner: asker.id,
    channel: incoming.channel,
    asker,
    guild,
  });
  const isOwn = owner !== '' && owner === asker.id;
  return response(incoming, done, post, () => owner !== '' || incoming.onPrivate, isOwn);
};

const step = async (house: House, incoming: Control, { command, page, values }: Press, post: Posting) => {
  const { id, asker, guild, channel, onMessage } = incoming;
  const filled: Filled = incoming.is === 'form' ? incoming.filled : new Map();
  const chosen = incoming.is === 'choice' ? incoming.chosen : [];
  const task = { of: id, name: command, values, filled, asker };
  const found = steps.get(command);
  const readers = readerSteps.get(command);
  const done =
    found !== undefined
      ? await takeStep(house, found, { ...task, page, chosen, guild })
      : readers !== undefined
        ? await takeReaderStep(house, readers, { ...task, channel })
        : refusal(house, id, 'This button is too old to work. Begin again with its command.');
  const isInPlace = onMessage && 'message' in done && done.inPlace === true;
  return response({ id }, done, post, () => true, isInPlace);
};

const response = async (
  { id }: Pick<Incoming, 'id'>,
  done: Performed,
  post: Posting,
  isHidden: () => boolean,
  isInPlace = false,
): Promise<APIInteractionResponse> => {
  if ('modal' in done) return { type: InteractionResponseType.Modal, data: done.modal };
  if (done.post !== undefined) await post(done.post, id);
  return isInPlace && !done.isFailure
    ? { type: InteractionResponseType.UpdateMessage, data: done.message }
    : newMessage(done, isHidden());
};

/** A new message, for everyone or, where it or the asker wants so, for the asker alone. */
export const newMessage = (
  { message, isPrivate }: Spoken,
  hide: boolean,
): APIInteractionResponseChannelMessageWithSource => ({
  type: InteractionResponseType.ChannelMessageWithSource,
  data: { ...message, flags: message.flags | (isPrivate || hide ? MessageFlags.Ephemeral : 0) },
});
