import { InteractionResponseType as Answer, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';
import { check, complaint, list, optional, text } from './form.ts';

/** A first answer whose kind suits the interaction; its `data` is still to be read by that kind. */
export type Callback = { readonly type: Answer; readonly data: unknown };

/** One suggestion under an option that is being typed. */
export type Suggestion = { readonly name: string; readonly value: string | number };

const toMessages = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource] as const;
const toControls = [Answer.DeferredMessageUpdate, Answer.UpdateMessage] as const;

/** The first answer in this body, or Discord's refusal of its kind. */
export function callbackBody(body: unknown, asked: InteractionType, from: string | undefined): Callback {
  const type = z.literal(kinds(asked, from !== undefined));
  const { data, ...rest } = check(z.object({ type, data: z.unknown() }), body);
  return { type: rest.type, data: data ?? {} };
}

const choice = z.object({
  name: text(1, 100),
  value: z.union([text(1, 100), z.number()]),
});

const suggestions = z.object({ choices: list(choice, 0, 25) }).superRefine(({ choices }, ctx) => {
  if (new Set(choices.map(({ value }) => typeof value)).size < 2) return;
  ctx.addIssue(
    complaint('APPLICATION_COMMAND_OPTIONS_VALUE_INVALID', 'Choice values must be of one type', ['choices']),
  );
});

/** The suggestions in this body: one bad one fails them all. */
export function suggestionsBody(data: unknown): readonly Suggestion[] {
  return check(suggestions, data, ['data']).choices;
}

/** Whether a deferred answer is for one pair of eyes; Discord drops every other flag. */
export function deferredFlags(data: unknown): number {
  return check(z.object({ flags: optional(z.int()) }), data, ['data']).flags ?? 0;
}

function kinds(asked: InteractionType, onMessage: boolean): Answer[] {
  switch (asked) {
    case InteractionType.ApplicationCommand:
      return [...toMessages, Answer.Modal];
    case InteractionType.MessageComponent:
      return [...toMessages, ...toControls, Answer.Modal];
    case InteractionType.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      return onMessage ? [...toMessages, ...toControls] : [...toMessages];
    default:
      return [Answer.Pong];
  }
}
