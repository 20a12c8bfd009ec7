import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { emoji } from './button.ts';
import { complaint, componentId, list, optional, text, whole } from './form.ts';

const selectFields = {
  id: componentId,
  custom_id: text(1, 100),
  placeholder: optional(text(0, 150)),
  min_values: optional(whole(0, 25)),
  max_values: optional(whole(1, 25)),
  disabled: optional(z.boolean()),
};

const selectOption = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: optional(text(0, 100)),
  emoji: optional(emoji),
  default: optional(z.boolean()),
});

const optionsOnce = list(selectOption, 1, 25).superRefine((options, ctx) => {
  const seen = new Set<string>();
  for (const [index, { value }] of options.entries()) {
    const message = 'The specified option value is already used';
    if (seen.has(value))
      ctx.addIssue(complaint('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message, [index, 'value']));
    seen.add(value);
  }
});

/** Reports a menu that asks for more than it offers. */
export function boundsAgree(
  it: { min_values?: number | undefined; max_values?: number | undefined; options: readonly unknown[] },
  ctx: z.core.$RefinementCtx,
) {
  if ((it.min_values ?? 1) > (it.max_values ?? 1)) {
    const message = 'Min values must be less than or equal to max values';
    ctx.addIssue(complaint('SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX_VALUES', message, ['min_values']));
  }
  if ((it.max_values ?? 1) > it.options.length) {
    const message = 'Max values cannot exceed the number of options';
    ctx.addIssue(complaint('SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS', message, ['max_values']));
  }
}

/** A menu of the bot's own options. */
export const stringSelectFields = {
  type: z.literal(ComponentType.StringSelect),
  ...selectFields,
  options: optionsOnce,
};
export const stringSelect = z.object(stringSelectFields).superRefine(boundsAgree);

/** A menu of what the server has. */
export const entitySelectFields = {
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectFields,
};
