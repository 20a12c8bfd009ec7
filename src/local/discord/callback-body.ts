import { InteractionResponseType as Answer, InteractionType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { check, complaint, list, optional, text } from './form.ts';
import { type MessageBody, messageBody } from './message-body.ts';
import { type ModalBody, modalBody } from './modal-body.ts';
import { Problem } from './problem.ts';
import type { ShownMessage } from './shown.ts';

/** One suggestion under an option that is being typed. */
export type Suggestion = { readonly name: string; readonly value: string | number };

/** A valid first answer, of a kind that suits the interaction. */
export type Callback =
  | { readonly type: Answer.ChannelMessageWithSource; readonly message: MessageBody }
  | { readonly type: Answer.DeferredChannelMessageWithSource; readonly flags: number }
  | { readonly type: Answer.DeferredMessageUpdate }
  | { readonly type: Answer.UpdateMessage; readonly before: ShownMessage; readonly message: MessageBody }
  | {
      readonly type: Answer.ApplicationCommandAutocompleteResult;
      readonly suggestions: readonly Suggestion[];
    }
  | { readonly type: Answer.Modal; readonly form: ModalBody };

const choice = z.object({ name: text(1, 100), value: z.union([text(1, 100), z.number()]) });

const suggestions = z.object({ choices: list(choice, 0, 25) }).superRefine(({ choices }, ctx) => {
  if (new Set(choices.map(({ value }) => typeof value)).size < 2) return;
  const message = 'Choice values must be of one type';
  ctx.addIssue(complaint('APPLICATION_COMMAND_OPTIONS_VALUE_INVALID', message, ['choices']));
});

/** The first answer in this body, or Discord's refusal of its kind or content; `before` is the message it may change. */
export function callbackBody(
  body: unknown,
  asked: InteractionType,
  before: ShownMessage | undefined,
): Callback {
  const shape = z.object({
    type: z.literal(kinds(asked, before !== undefined)),
    data: optional(z.unknown()),
  });
  const { type, data = {} } = check(shape, body);
  const at = ['data'];
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return { type, message: messageBody(data, at) };
    case Answer.DeferredChannelMessageWithSource: {
      // Discord drops every flag but this one in silence; Components V2 has to wait for the edit.
      const flags = check(z.object({ flags: optional(z.int()) }), data, at).flags ?? 0;
      return { type, flags: (flags & MessageFlags.Ephemeral) | MessageFlags.Loading };
    }
    case Answer.DeferredMessageUpdate:
      return { type };
    case Answer.UpdateMessage:
      if (!before) throw new Problem(10008);
      return { type, before, message: messageBody(data, at, before) };
    case Answer.ApplicationCommandAutocompleteResult:
      return { type, suggestions: check(suggestions, data, at).choices };
    case Answer.Modal:
      return { type, form: modalBody(data, at) };
    default:
      return type satisfies never;
  }
}

function kinds(asked: InteractionType, hasMessage: boolean): Callback['type'][] {
  const say = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource] as const;
  const change = [Answer.DeferredMessageUpdate, Answer.UpdateMessage] as const;
  switch (asked) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult];
    case InteractionType.MessageComponent:
      return [...say, ...change, Answer.Modal];
    case InteractionType.ModalSubmit:
      return hasMessage ? [...say, ...change] : [...say];
    default:
      return [...say, Answer.Modal];
  }
}
