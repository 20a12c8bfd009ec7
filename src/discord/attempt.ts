import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { Refusal } from '../refusal.ts';
import type { House } from './house.ts';
import { type Observation, observation } from './observation.ts';
import { heading, type Message, message } from './render/message.ts';
import { modal } from './render/modal.ts';
import { clip, plain } from './render/plain.ts';
import { type Below, type Origin, panelMessage, render } from './render/render.ts';
import type { Reply } from './reply.ts';

/** A message, and whether it must be for the asker alone. */
export type Spoken = {
  readonly message: Message;
  readonly isPrivate: boolean;
  /** A refusal or a bug: it must not take the place of what others are reading. */
  readonly isFailure?: boolean;
  /** It takes the place of the message whose control led to it. */
  readonly inPlace?: boolean;
  /** What the moderators' channel is told. */
  readonly post?: Message | undefined;
};

/** What came of it: something said, or a form that opens. */
export type Performed = Spoken | { readonly modal: APIModalInteractionResponseCallbackData };

/** What is done, for the observer and for the operator; what was typed is left out of what the operator is told. */
export type Deed = { readonly of: string; readonly command: string; readonly typed: readonly string[] };

/** A reply, and what shows it again. */
export type Given = {
  readonly reply: Reply;
  readonly origin: Origin;
  readonly page: number;
  readonly isPrivate: boolean;
  readonly below?: Below | undefined;
};

/**
 * Does it, tells the observer and renders what came. Whatever goes wrong ends as a message for the asker alone: a
 * refusal as it was written, a bug as an apology with the id under which it is kept.
 */
export const attempt = async (
  house: House,
  { of, command, typed }: Deed,
  act: () => Promise<Given>,
): Promise<Performed> => {
  const began = performance.now();
  const observe = (seen: Pick<Observation, 'kind'> & Partial<Observation>) =>
    house.observe({
      facts: [],
      citations: [],
      offers: [],
      ...seen,
      of,
      command,
      ms: performance.now() - began,
    });
  try {
    const given = await act();
    const rendered = performed(given);
    observe(observation(given.reply));
    return rendered;
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    observe({ kind: isRefusal ? 'refusal' : 'bug' });
    return {
      message: isRefusal ? sentence(error.message) : apology(house.report(error, typed)),
      isPrivate: true,
      isFailure: true,
    };
  }
};

const performed = ({ reply, origin, page, isPrivate, below }: Given): Performed => {
  if (reply.kind === 'form') return { modal: modal(reply) };
  const message = render(reply, origin, page, below);
  if (reply.kind !== 'panel') return { message, isPrivate };
  const { inPlace = false, post } = reply;
  return { message, isPrivate, inPlace, post: post && panelMessage(post) };
};

/** Says in a sentence why something was not done. */
export const refusal = (house: House, of: string, words: string): Spoken => {
  house.observe({ of, command: '', kind: 'refusal', facts: [], citations: [], offers: [], ms: 0 });
  return { message: sentence(words), isPrivate: true, isFailure: true };
};

const sentence = (words: string): Message => message({ texts: [plain(clip(words, 1000))] });

/** Said where a bug kept us from answering. */
export const apology = (id: string): Message =>
  message({
    texts: [
      heading('Something went wrong on our side'),
      `Nothing was lost or changed. If it happens again, tell the bot’s operator this number: ${id}`,
    ],
  });
