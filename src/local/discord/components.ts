import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { address, button } from './button.ts';
import { complaint, componentId, list, optional, text, whole } from './form.ts';
import { entitySelectFields, stringSelect } from './select.ts';

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id: componentId,
    components: list(
      z.discriminatedUnion('type', [button, stringSelect, z.object(entitySelectFields)]),
      1,
      5,
    ),
  })
  .superRefine((row, ctx) => {
    if (row.components.every((it) => it.type === ComponentType.Button)) return;
    for (const index of row.components.keys()) {
      const message = 'The specified component exceeds the maximum width';
      if (index > 0) {
        ctx.addIssue(complaint('COMPONENT_LAYOUT_WIDTH_EXCEEDED', message, ['components', index]));
      }
    }
  });

/** Words in a message or a form. */
export const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: text(1, 4000),
});

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media: z.object({ url: address(['http', 'https', 'attachment']) }),
  description: optional(text(1, 1024)),
  spoiler: optional(z.boolean()),
});

const section = z.object({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: list(z.discriminatedUnion('type', [textDisplay]), 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: optional(z.boolean()),
  spacing: optional(z.literal([1, 2])),
});

const container = z.object({
  type: z.literal(ComponentType.Container),
  id: componentId,
  accent_color: optional(whole(0, 0xffffff)),
  spoiler: optional(z.boolean()),
  components: list(z.discriminatedUnion('type', [actionRow, section, textDisplay, separator]), 1, 40),
});

/** Top level of an ordinary message: rows of controls and nothing else. */
export const legacyComponent = z.discriminatedUnion('type', [actionRow]);

/** Top level of a message that carries the Components V2 flag. */
export const component = z.discriminatedUnion('type', [
  actionRow,
  section,
  textDisplay,
  separator,
  container,
]);
