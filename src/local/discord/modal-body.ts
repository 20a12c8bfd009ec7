import { type APIModalInteractionResponseCallbackComponent, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { customIdsOnce, type Node, numbered } from './component-tree.ts';
import { textDisplay } from './components.ts';
import { check, complaint, componentId, list, optional, text, whole } from './form.ts';
import { boundsAgree, entitySelectFields, stringSelectFields } from './select.ts';

/** A form as a bot may open it. */
export type ModalBody = {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
};

const input = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id: componentId,
    custom_id: text(1, 100),
    style: z.literal([1, 2]),
    min_length: optional(whole(0, 4000)),
    max_length: optional(whole(1, 4000)),
    required: optional(z.boolean()),
    value: optional(text(0, 4000)),
    placeholder: optional(text(0, 100)),
  })
  .superRefine((it, ctx) => {
    if ((it.min_length ?? 0) > (it.max_length ?? 4000)) {
      const message = 'Min length must be less than or equal to max length';
      ctx.addIssue(complaint('TEXT_INPUT_COMPONENT_MIN_LENGTH_EXCEEDS_MAX', message, ['min_length']));
    }
    const message = `Must be ${it.max_length ?? 4000} or fewer in length.`;
    if ((it.value ?? '').length > (it.max_length ?? 4000)) {
      ctx.addIssue(complaint('BASE_TYPE_MAX_LENGTH', message, ['value']));
    }
  });

const inModal = { required: optional(z.boolean()) };
const label = z.object({
  type: z.literal(ComponentType.Label),
  id: componentId,
  label: text(1, 45),
  description: optional(text(0, 100)),
  component: z.discriminatedUnion('type', [
    input,
    z.object({ ...stringSelectFields, ...inModal }).superRefine(boundsAgree),
    z.object({ ...entitySelectFields, ...inModal }),
  ]),
});

const modalComponent = z.discriminatedUnion('type', [textDisplay, label]);

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
