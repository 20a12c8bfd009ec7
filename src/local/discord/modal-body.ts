import type { APIModalInteractionResponseCallbackComponent } from 'discord-api-types/v10';
import { z } from 'zod';
import { customIdsOnce, modalComponent, type Node, numbered } from './components.ts';
import { check, list, text } from './form.ts';

/** A form as a bot may open it. */
export type ModalBody = {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
};

const modal = z
  .object({ custom_id: text(1, 100), title: text(1, 45), components: list(modalComponent, 1, 5) })
  .superRefine((body, ctx) => customIdsOnce(body.components, ctx, ['components']));

/** The form in this body, or Discord's refusal of it. */
export function modalBody(body: unknown, at: readonly string[] = []): ModalBody {
  const { custom_id, title, components } = check(modal, body, at);
  return {
    customId: custom_id,
    title,
    components: numbered<Node>(components) as APIModalInteractionResponseCallbackComponent[],
  };
}
