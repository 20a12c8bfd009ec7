import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { complaint, componentId, optional, snowflake, text } from './form.ts';

/** The picture on a control. */
export const emoji = z.object({
  id: optional(snowflake),
  name: optional(z.string()),
  animated: optional(z.boolean()),
});

/** A web address under one of these schemes. */
export function address(schemes: readonly string[]) {
  return text(1, 512).superRefine((value, ctx) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : undefined;
    if (scheme === undefined) ctx.addIssue(complaint('URL_TYPE_INVALID_URL', 'Not a well formed URL.'));
    else if (!schemes.includes(scheme)) {
      const allowed = schemes.map((name) => `'${name}'`).join(', ');
      const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`;
      ctx.addIssue(complaint('URL_TYPE_INVALID_SCHEME', message));
    }
  });
}

/** A button: a link has an address, every other style an id, and each can be told from its neighbours. */
export const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id: componentId,
    style: z.literal([
      ButtonStyle.Primary,
      ButtonStyle.Secondary,
      ButtonStyle.Success,
      ButtonStyle.Danger,
      ButtonStyle.Link,
    ]),
    label: optional(text(1, 80)),
    emoji: optional(emoji),
    custom_id: optional(text(1, 100)),
    url: optional(address(['http', 'https', 'discord'])),
    disabled: optional(z.boolean()),
  })
  .superRefine((it, ctx) => {
    const required = (field: string) =>
      ctx.addIssue(complaint('BASE_TYPE_REQUIRED', 'This field is required', [field]));
    const forbidden = (field: string) =>
      ctx.addIssue(
        complaint('BUTTON_COMPONENT_FIELD_FORBIDDEN', `A ${field} is not valid for this style`, [field]),
      );
    if (it.label === undefined && it.emoji === undefined) required('label');
    if (it.style === ButtonStyle.Link) {
      if (it.url === undefined) required('url');
      if (it.custom_id !== undefined) {
        const message = 'A custom id and url cannot both be specified';
        ctx.addIssue(complaint('BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message, ['custom_id']));
      }
    } else {
      if (it.custom_id === undefined) required('custom_id');
      if (it.url !== undefined) forbidden('url');
    }
  });
