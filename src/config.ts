import { z } from 'zod';

const onOff = (otherwise: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'must be "on" or "off"')
    .default(otherwise)
    .transform((value) => value === 'on');

const snowflake = /^\d{17,20}$/;

const ids = (what: string) =>
  z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((one) => one !== ''))
    .refine(
      (all) => all.every((one) => snowflake.test(one)),
      `must be ids of ${what}: 17 to 20 digits each, with commas between`,
    )
    .default([]);

/** Every setting of the bot, by the name of its environment variable. `.env.example` explains each. */
export const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must be one word without spaces: copy it from the developer portal')
    .optional(),
  DISCORD_DEV_GUILD_ID: z.string().regex(snowflake, 'must be the id of a server: 17 to 20 digits').optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://discord.com/api' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MENTIONS: onOff('on'),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  COMMANDS_DIR: z.string().default('commands'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be the address of a PostgreSQL database: postgres://…' })
    .optional(),
  REVIEWERS: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('1')
    .transform((value) => (value === '0' ? 0 : 1)),
  HOME_GUILDS: ids('servers'),
  MODERATOR_ROLES: ids('roles'),
  MODERATOR_CHANNEL: z.string().regex(snowflake, 'must be the id of a channel: 17 to 20 digits').optional(),
});

export type Config = {
  readonly token: string | undefined;
  readonly devGuild: string | undefined;
  readonly api: string | undefined;
  readonly mentions: boolean;
  readonly knowledge: string;
  readonly commands: string;
  /** The folder of the ledger, where it is not on a server. */
  readonly data: string;
  readonly database: string | undefined;
  /** How many other moderators have to agree to a change. */
  readonly reviewers: 0 | 1;
  /** The servers whose moderators may change the record: none, and nobody may. */
  readonly homes: readonly string[];
  readonly moderatorRoles: readonly string[];
  readonly moderatorChannel: string | undefined;
};

/** The settings, or a sentence for each that is wrong, all at once. No value is repeated: it may be a secret. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): { readonly config: Config } | { readonly problems: readonly string[] } => {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const { data, error } = settings.safeParse(given);
  if (error !== undefined)
    return { problems: error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) };
  return {
    config: {
      token: data.DISCORD_TOKEN,
      devGuild: data.DISCORD_DEV_GUILD_ID,
      api: data.DISCORD_API_URL,
      mentions: data.MENTIONS,
      knowledge: data.KNOWLEDGE_DIR,
      commands: data.COMMANDS_DIR,
      data: data.DATA_DIR,
      database: data.DATABASE_URL,
      reviewers: data.REVIEWERS,
      homes: data.HOME_GUILDS,
      moderatorRoles: data.MODERATOR_ROLES,
      moderatorChannel: data.MODERATOR_CHANNEL,
    },
  };
};
