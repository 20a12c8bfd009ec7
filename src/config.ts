import { z } from 'zod';

const onOff = (otherwise: 'on' | 'off') =>
  z
    .enum(['on', 'off'], 'must be "on" or "off"')
    .default(otherwise)
    .transform((value) => value === 'on');

/** Every setting of the bot, by the name of its environment variable. `.env.example` explains each. */
export const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must be one word without spaces: copy it from the developer portal')
    .optional(),
  DISCORD_DEV_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'must be the id of a server: 17 to 20 digits')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://discord.com/api' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  MENTIONS: onOff('on'),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  COMMANDS_DIR: z.string().default('commands'),
});

export type Config = {
  readonly token: string | undefined;
  readonly devGuild: string | undefined;
  readonly api: string | undefined;
  readonly mentions: boolean;
  readonly knowledge: string;
  readonly commands: string;
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
    },
  };
};
