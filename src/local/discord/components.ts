import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { complaint, list, optional, snowflake, text, whole } from './form.ts';

/** What any component may carry that matters to us, whatever its type. */
export type Node = {
  id?: number | undefined;
  type: number;
  custom_id?: string | undefined;
  content?: string | undefined;
  components?: Node[] | undefined;
  accessory?: Node | undefined;
  component?: Node | undefined;
};

const id = optional(whole(0, 2 ** 31 - 1));
const emoji = z.object({
  id: optional(snowflake),
  name: optional(z.string()),
  animated: optional(z.boolean()),
});

function address(schemes: readonly string[]) {
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

const button = z
  .object({
    type: z.literal(ComponentType.Button),
    id,
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

const selectFields = {
  id,
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

function boundsAgree(
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

const stringSelectFields = {
  type: z.literal(ComponentType.StringSelect),
  ...selectFields,
  options: optionsOnce,
};
const stringSelect = z.object(stringSelectFields).superRefine(boundsAgree);

const entitySelectFields = {
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectFields,
};

const actionRow = z
  .object({
    type: z.literal(ComponentType.ActionRow),
    id,
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

const textDisplay = z.object({ type: z.literal(ComponentType.TextDisplay), id, content: text(1, 4000) });

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id,
  media: z.object({ url: address(['http', 'https', 'attachment']) }),
  description: optional(text(1, 1024)),
  spoiler: optional(z.boolean()),
});

const section = z.object({
  type: z.literal(ComponentType.Section),
  id,
  components: list(z.discriminatedUnion('type', [textDisplay]), 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id,
  divider: optional(z.boolean()),
  spacing: optional(z.literal([1, 2])),
});

const container = z.object({
  type: z.literal(ComponentType.Container),
  id,
  accent_color: optional(whole(0, 0xffffff)),
  spoiler: optional(z.boolean()),
  components: list(z.discriminatedUnion('type', [actionRow, section, textDisplay, separator]), 1, 40),
});

const input = z
  .object({
    type: z.literal(ComponentType.TextInput),
    id,
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
  id,
  label: text(1, 45),
  description: optional(text(0, 100)),
  component: z.discriminatedUnion('type', [
    input,
    z.object({ ...stringSelectFields, ...inModal }).superRefine(boundsAgree),
    z.object({ ...entitySelectFields, ...inModal }),
  ]),
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

/** Top level of a modal. */
export const modalComponent = z.discriminatedUnion('type', [textDisplay, label]);

/** Every component with its place, the outer before the inner. */
export function* everyComponent(
  nodes: readonly Node[],
  at: readonly PropertyKey[] = [],
): Generator<{ node: Node; at: readonly PropertyKey[] }> {
  for (const [index, node] of nodes.entries()) {
    const here = [...at, index];
    yield { node, at: here };
    yield* everyComponent(node.components ?? [], [...here, 'components']);
    for (const part of ['accessory', 'component'] as const) {
      const inner = node[part];
      if (inner === undefined) continue;
      yield { node: inner, at: [...here, part] };
    }
  }
}

/** Reports every custom id that an earlier component already has. */
export function customIdsOnce(nodes: readonly Node[], ctx: z.core.$RefinementCtx, at: PropertyKey[]): void {
  const seen = new Set<string>();
  for (const { node, at: place } of everyComponent(nodes, at)) {
    if (node.custom_id === undefined) continue;
    const message = 'Component custom id cannot be duplicated';
    if (seen.has(node.custom_id)) {
      ctx.addIssue(complaint('COMPONENT_CUSTOM_ID_DUPLICATED', message, [...place, 'custom_id']));
    }
    seen.add(node.custom_id);
  }
}

/** The components with an id on each, as Discord numbers those that came without. */
export function numbered<Component extends Node>(components: readonly Component[]): Component[] {
  const copy = structuredClone(components) as Component[];
  const nodes = [...everyComponent(copy)].map(({ node }) => node);
  const taken = new Set(nodes.map((node) => node.id));
  let next = 1;
  for (const node of nodes) {
    if (node.id !== undefined && node.id !== 0) continue;
    while (taken.has(next)) next += 1;
    node.id = next++;
  }
  return copy;
}
