import { InteractionType, MessageFlags } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Filled, readFilled } from './filled.ts';
import { tidy } from './tidy.ts';

/** Who asks. Rights come from what Discord sent with this very question, never from a memory of ours. */
export type Asker = {
  readonly id: string;
  /** What others call them there, for the record of who did what: untrusted text. */
  readonly name: string;
  readonly permissions: bigint;
  readonly roles: readonly string[];
};

/** What Discord brought us, over whichever door: read and checked here, and trusted after. */
export type Incoming = {
  readonly id: string;
  readonly token: string;
  readonly application: string;
  readonly asker: Asker;
  readonly guild: string | undefined;
  readonly channel: string | undefined;
  /** The asker's language, and the server's. */
  readonly locale: string;
  readonly guildLocale: string | undefined;
} & (
  | { readonly is: 'command'; readonly name: string; readonly typed: Typed }
  | { readonly is: 'suggestion'; readonly name: string; readonly typed: Typed; readonly focused: string }
  | (OnMessage & { readonly is: 'press' })
  | (OnMessage & { readonly is: 'choice'; readonly chosen: readonly string[] })
  | (OnMessage & { readonly is: 'form'; readonly filled: Filled })
  | { readonly is: 'unknown' }
);

/** What a control carries, and where it stood: a form that a command opened stood on no message. */
export type OnMessage = {
  readonly customId: string;
  readonly onMessage: boolean;
  readonly onPrivate: boolean;
};

/** What was typed into each option. */
export type Typed = ReadonlyMap<string, string | number | boolean>;

/** Discord's own limit on what somebody is called. */
const LONGEST_NAME = 32;

const snowflake = z.string().regex(/^\d{1,20}$/);
const called = z.string().max(200).nullish();
const person = z.object({ id: snowflake, username: called, global_name: called });

const envelope = z.object({
  id: snowflake,
  token: z.string().min(1).max(1000),
  application_id: snowflake.default('0'),
  type: z.number(),
  data: z.unknown().optional(),
  guild_id: snowflake.optional(),
  channel_id: snowflake.optional(),
  locale: z.string().default('en-US'),
  guild_locale: z.string().optional(),
  member: z
    .object({
      user: person,
      nick: called,
      permissions: z.string().regex(/^\d{1,30}$/),
      roles: z.array(snowflake),
    })
    .optional(),
  user: person.optional(),
  message: z.object({ flags: z.number().optional() }).optional(),
});

const option = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
  get options() {
    return z.array(option).optional();
  },
});
type Option = z.infer<typeof option>;

const command = z.object({
  name: z.string(),
  type: z.number().default(1),
  options: z.array(option).default([]),
});
const component = z.object({
  custom_id: z.string().max(100),
  values: z.array(z.string().max(100)).max(25).optional(),
});

/** Reads Discord's payload. Nothing where it is not even an interaction; `unknown` where it is one we do not serve. */
export const incoming = (payload: unknown): Incoming | undefined => {
  const { data: read } = envelope.safeParse(payload);
  const who = read?.member?.user ?? read?.user;
  if (read === undefined || who === undefined) return undefined;
  const base = {
    id: read.id,
    token: read.token,
    application: read.application_id,
    asker: {
      id: who.id,
      name: nameOf(read.member?.nick ?? who.global_name ?? who.username),
      permissions: BigInt(read.member?.permissions ?? 0),
      roles: read.member?.roles ?? [],
    },
    guild: read.guild_id,
    channel: read.channel_id,
    locale: read.locale,
    guildLocale: read.guild_locale,
  };
  const standing = {
    onMessage: read.message !== undefined,
    onPrivate: ((read.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  };
  switch (read.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete: {
      const { data } = command.safeParse(read.data);
      const isSuggestion = read.type === InteractionType.ApplicationCommandAutocomplete;
      if (data === undefined || data.type !== 1)
        return isSuggestion
          ? { ...base, is: 'suggestion', name: '', typed: new Map(), focused: '' }
          : { ...base, is: 'unknown' };
      const { name, options } = withSubcommand(data.name, data.options);
      const typed = new Map(
        options.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
      );
      if (!isSuggestion) return { ...base, is: 'command', name, typed };
      const focused = options.find((one) => one.focused)?.name ?? '';
      return { ...base, is: 'suggestion', name, typed, focused };
    }
    case InteractionType.MessageComponent: {
      const { data } = component.safeParse(read.data);
      if (data === undefined) return { ...base, is: 'unknown' };
      const on = { ...base, ...standing, customId: data.custom_id };
      return data.values === undefined
        ? { ...on, is: 'press' }
        : { ...on, is: 'choice', chosen: data.values.map(tidy) };
    }
    case InteractionType.ModalSubmit: {
      const form = readFilled(read.data);
      return form === undefined ? { ...base, is: 'unknown' } : { ...base, ...standing, ...form, is: 'form' };
    }
    default:
      return { ...base, is: 'unknown' };
  }
};

const nameOf = (called: string | null | undefined): string => tidy(called ?? '').slice(0, LONGEST_NAME);

/** `/fact add` comes as a command `fact` holding an option `add` that holds the rest. */
const withSubcommand = (
  name: string,
  options: readonly Option[],
): { name: string; options: readonly Option[] } => {
  const [inner] = options;
  return inner?.options === undefined || inner.value !== undefined
    ? { name, options }
    : withSubcommand(`${name} ${inner.name}`, inner.options);
};
