import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  ApplicationCommandOptionType as Kind,
  Locale,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { check, complaint, list, optional, text, whole } from './form.ts';

const name = text(1, 32).superRefine((value, ctx) => {
  const allowed = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]+$/u.test(value) && value === value.toLowerCase();
  if (!allowed) ctx.addIssue(complaint('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
});

const translations = <Field extends z.ZodType<string>>(field: Field) =>
  optional(z.partialRecord(z.enum(Locale), field.nullable()));

const described = {
  description: text(1, 100),
  description_localizations: translations(text(1, 100)),
};
const named = { name, name_localizations: translations(name) };
const choiceOf = <Value extends z.ZodType>(value: Value) =>
  z.object({ name: text(1, 100), name_localizations: translations(text(1, 100)), value });

const plain = { ...named, ...described, required: optional(z.boolean()) };
const autocomplete = optional(z.boolean());

const leaf = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal(Kind.String),
      ...plain,
      autocomplete,
      choices: optional(list(choiceOf(text(1, 100)), 0, 25)),
      min_length: optional(whole(0, 6000)),
      max_length: optional(whole(1, 6000)),
    }),
    z.object({
      type: z.literal([Kind.Integer, Kind.Number]),
      ...plain,
      autocomplete,
      choices: optional(list(choiceOf(z.number()), 0, 25)),
      min_value: optional(z.number()),
      max_value: optional(z.number()),
    }),
    z.object({
      type: z.literal([Kind.Boolean, Kind.User, Kind.Role, Kind.Mentionable, Kind.Attachment]),
      ...plain,
    }),
    z.object({ type: z.literal(Kind.Channel), ...plain, channel_types: optional(list(z.int(), 0, 20)) }),
  ])
  .superRefine((option, ctx) => {
    if (!('choices' in option) || !option.autocomplete || !option.choices?.length) return;
    const message = 'Options that are autocomplete may not have choices';
    ctx.addIssue(complaint('APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE', message, ['choices']));
  });

const leaves = list(leaf, 0, 25).superRefine(inOrder);
const subcommand = z.object({
  type: z.literal(Kind.Subcommand),
  ...named,
  ...described,
  options: optional(leaves),
});
const group = z.object({
  type: z.literal(Kind.SubcommandGroup),
  ...named,
  ...described,
  options: list(z.discriminatedUnion('type', [subcommand]), 1, 25).superRefine(inOrder),
});

const nesting: readonly unknown[] = [Kind.Subcommand, Kind.SubcommandGroup];
const options = list(z.discriminatedUnion('type', [leaf, subcommand, group]), 0, 25)
  .superRefine(inOrder)
  .superRefine((all, ctx) => {
    if (new Set(all.map(({ type }) => nesting.includes(type))).size < 2) return;
    const message = 'Sub-command and sub-command group option types are mutually exclusive with other types';
    ctx.addIssue(complaint('APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message));
  });

const settings = {
  default_member_permissions: z.string().regex(/^\d+$/).nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: list(z.enum(InteractionContextType), 0, 3).nullish(),
  integration_types: optional(list(z.enum(ApplicationIntegrationType), 1, 2)),
  nsfw: optional(z.boolean()),
};

const slash = z.object({
  type: z.literal(ApplicationCommandType.ChatInput).optional().default(ApplicationCommandType.ChatInput),
  ...named,
  ...described,
  options: optional(options),
  ...settings,
});

const menu = z.object({
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: text(1, 32),
  name_localizations: translations(text(1, 32)),
  description: optional(text(0, 0)),
  ...settings,
});

/** A command as a bot may publish it. */
export type CommandBody = z.infer<typeof slash> | z.infer<typeof menu>;

/** The command in this body, or Discord's refusal of it. */
export function commandBody(body: unknown, at: readonly string[] = []): CommandBody {
  const type =
    z.looseObject({ type: z.int() }).safeParse(body).data?.type ?? ApplicationCommandType.ChatInput;
  const schema = (type === ApplicationCommandType.ChatInput ? slash : menu) as z.ZodType<CommandBody>;
  const bounded = schema.superRefine((command, ctx) => {
    if (size(command) <= 8000) return;
    ctx.addIssue(complaint('APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'));
  });
  return check(bounded, body, at);
}

/** The commands in this body, no two of one kind with the same name. */
export function commandBodies(body: unknown): CommandBody[] {
  const bodies = check(z.array(z.unknown()), body).map((one, index) => commandBody(one, [String(index)]));
  const once = z.array(z.custom<CommandBody>()).superRefine((commands, ctx) => {
    const seen = new Set<string>();
    for (const [index, command] of commands.entries()) {
      const key = `${command.type} ${command.name}`;
      const message = 'Application command names must be unique';
      if (seen.has(key)) ctx.addIssue(complaint('APPLICATION_COMMANDS_DUPLICATE_NAME', message, [index]));
      seen.add(key);
    }
  });
  return check(once, bodies);
}

function inOrder(
  all: readonly { name: string; required?: boolean | undefined }[],
  ctx: z.core.$RefinementCtx,
) {
  const seen = new Set<string>();
  let optionalCame = false;
  for (const [index, { name, required }] of all.entries()) {
    if (seen.has(name)) {
      const message = 'Option names must be unique';
      ctx.addIssue(complaint('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message, [index]));
    }
    seen.add(name);
    if (required && optionalCame) {
      const message = 'Required options must be placed before non-required options';
      ctx.addIssue(complaint('APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message, [index]));
    }
    optionalCame ||= !required;
  }
}

// Discord counts names, descriptions and choice values, and of a text and its translations the longest.
function size(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + size(one), 0);
  const fields = part as Record<string, unknown>;
  const longest = (field: string) =>
    Math.max(
      ...[fields[field], ...Object.values(fields[`${field}_localizations`] ?? {})].map(
        (it) => `${it ?? ''}`.length,
      ),
    );
  return (
    longest('name') + longest('description') + longest('value') + size(fields.options) + size(fields.choices)
  );
}
