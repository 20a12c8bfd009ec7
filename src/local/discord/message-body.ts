import {
  type APIAllowedMentions,
  type APIEmbed,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { customIdsOnce, everyComponent, type Node, numbered } from './component-tree.ts';
import { component, legacyComponent } from './components.ts';
import { check, complaint, list, optional, snowflake, text } from './form.ts';
import { allowedMentions } from './mentions.ts';
import { BareProblem, Problem } from './problem.ts';
import type { ShownMessage } from './shown.ts';

/** A message as a bot may send it: valid, whole, and with an edit's untouched parts filled in. */
export type MessageBody = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly flags: number;
  readonly allowedMentions?: APIAllowedMentions;
  readonly reference?: string;
};

const settable =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2;

const embed = z.looseObject({
  title: optional(text(0, 256)),
  description: optional(text(0, 4096)),
  fields: optional(list(z.looseObject({ name: text(1, 256), value: text(1, 1024) }), 0, 25)),
});

const shared = {
  content: text(0, 2000).nullish(),
  embeds: list(embed, 0, 10).nullish(),
  flags: optional(z.int()),
  allowed_mentions: optional(allowedMentions),
  message_reference: optional(
    z.object({ message_id: optional(snowflake), fail_if_not_exists: optional(z.boolean()) }),
  ),
};

/** The message that this body makes of `before` (or of nothing), or Discord's refusal of it. */
export function messageBody(body: unknown, at: readonly string[] = [], before?: ShownMessage): MessageBody {
  const told = z.looseObject({ flags: z.int() }).safeParse(body).data?.flags;
  const isV2 = ((told ?? before?.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const sent = check(isV2 ? componentsV2(before) : legacy(before), body, at);
  const message = {
    content: sent.content === undefined ? (before?.content ?? '') : (sent.content ?? '').trim(),
    embeds: sent.embeds === undefined ? (before?.embeds ?? []) : ((sent.embeds ?? []) as APIEmbed[]),
    // zod checked the shape; its inferred type says `| undefined` where Discord's says absent.
    components:
      sent.components === undefined
        ? (before?.components ?? [])
        : (numbered<Node>(sent.components ?? []) as APIMessageTopLevelComponent[]),
    flags: (sent.flags ?? before?.flags ?? 0) & settable,
    ...(sent.allowed_mentions && { allowedMentions: sent.allowed_mentions as APIAllowedMentions }),
    ...(sent.message_reference?.message_id && { reference: sent.message_reference.message_id }),
  };
  if (message.content === '' && message.embeds.length === 0 && message.components.length === 0) {
    throw new Problem(50006);
  }
  if (processedSize(message.components) > 10_170) throw new BareProblem(500, 'Internal Server Error');
  return message;
}

/** Everything in the message that a reader can read as prose, each text by itself. */
export function texts(message: Pick<MessageBody, 'content' | 'components'>): string[] {
  const nodes = [...everyComponent(message.components as readonly Node[])];
  return [message.content, ...nodes.map(({ node }) => node.content ?? '')];
}

function legacy(before: ShownMessage | undefined) {
  return z
    .object({ ...shared, components: list(legacyComponent, 0, 5).nullish() })
    .superRefine((body, ctx) => {
      customIdsOnce(body.components ?? [], ctx, ['components']);
      if (((before?.flags ?? 0) & MessageFlags.IsComponentsV2) === 0) return;
      const message = 'The flag MessageFlags.IS_COMPONENTS_V2 cannot be removed from a message';
      ctx.addIssue(complaint('MESSAGE_COMPONENTS_V2_FLAG_CANNOT_BE_REMOVED', message, ['flags']));
    });
}

function componentsV2(before: ShownMessage | undefined) {
  return z.object({ ...shared, components: list(component, 0, 40).nullish() }).superRefine((body, ctx) => {
    for (const field of ['content', 'embeds'] as const) {
      const stands = body[field] === undefined ? before?.[field] : body[field];
      if (!stands?.length) continue;
      const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
      ctx.addIssue(complaint('MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message, [field]));
    }
    const nodes = [...everyComponent(body.components ?? [])].map(({ node }) => node);
    if (nodes.length > 40) {
      const message = 'A message cannot have more than 40 components in total';
      ctx.addIssue(complaint('COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message, ['components']));
    }
    const characters = nodes
      .filter((node) => node.type === ComponentType.TextDisplay)
      .reduce((sum, node) => sum + (node.content ?? '').length, 0);
    if (characters > 4000) {
      const message = 'The text of all components together cannot exceed 4000 characters';
      ctx.addIssue(complaint('COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message, ['components']));
    }
    customIdsOnce(body.components ?? [], ctx, ['components']);
  });
}

// Discord answers 500 past 10,170 bytes of decoded text and 12 bytes a component: measured by others
// for text displays (discord-api-docs#8554); that other components' words count alike is our guess.
function processedSize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'type' in value ? 12 : 0;
  return Object.values(value).reduce<number>((sum, part) => sum + processedSize(part), own);
}
