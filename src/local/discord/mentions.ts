import { AllowedMentionsTypes, type APIAllowedMentions } from 'discord-api-types/v10';
import { z } from 'zod';
import { complaint, list, optional, snowflake } from './form.ts';

/** What a body may say about mentions; naming people and parsing for them exclude each other. */
export const allowedMentions = z
  .object({
    parse: optional(list(z.enum(AllowedMentionsTypes), 0, 3)),
    users: optional(list(snowflake, 0, 100)),
    roles: optional(list(snowflake, 0, 100)),
    replied_user: optional(z.boolean()),
  })
  .superRefine((it, ctx) => {
    for (const field of ['users', 'roles'] as const) {
      if (
        !it[field]?.length ||
        !it.parse?.includes(AllowedMentionsTypes[field === 'users' ? 'User' : 'Role'])
      )
        continue;
      const message = `parse:["${field}"] and ${field}: [ids...] are mutually exclusive.`;
      ctx.addIssue(complaint('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message));
    }
  });

/** Whom these words notify. A body that says nothing about mentions, or says `{}`, lets every one of them through. */
export function pings(words: string, allowed?: APIAllowedMentions, repliedTo?: string): string[] {
  const silent = allowed === undefined || Object.values(allowed).every((field) => field === undefined);
  const spoken = words.replace(/```[\s\S]*?```|`[^`]*`/g, ' ');
  const named = (pattern: RegExp) => [...spoken.matchAll(pattern)].map(([, id]) => String(id));
  const let_ = (kind: AllowedMentionsTypes, ids: readonly string[] | undefined, found: readonly string[]) =>
    silent || allowed.parse?.includes(kind) ? found : found.filter((id) => ids?.includes(id));
  return [
    ...new Set([
      ...let_(AllowedMentionsTypes.User, allowed?.users, named(/<@!?(\d{1,20})>/g)),
      ...let_(AllowedMentionsTypes.Role, allowed?.roles, named(/<@&(\d{1,20})>/g)),
      ...let_(AllowedMentionsTypes.Everyone, undefined, named(/@(everyone|here)\b/g)),
      ...(repliedTo !== undefined && (silent || allowed.replied_user === true) ? [repliedTo] : []),
    ]),
  ];
}
