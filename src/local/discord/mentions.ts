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
    const kinds = { users: AllowedMentionsTypes.User, roles: AllowedMentionsTypes.Role };
    for (const field of ['users', 'roles'] as const) {
      if (!it[field]?.length || !it.parse?.includes(kinds[field])) continue;
      const message = `parse:["${field}"] and ${field}: [ids...] are mutually exclusive.`;
      ctx.addIssue(complaint('MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message));
    }
  });

/** Whom these texts notify. A body that says nothing about mentions, or says `{}`, lets every one of them through. */
export function pings(texts: readonly string[], allowed?: APIAllowedMentions, repliedTo?: string): string[] {
  const isSilent = allowed === undefined || Object.values(allowed).every((field) => field === undefined);
  const spoken = texts.map(withoutCode);
  const found = (pattern: RegExp) =>
    spoken.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => String(id)));
  const through = (kind: AllowedMentionsTypes, ids: readonly string[], named: readonly string[] = []) =>
    isSilent || allowed.parse?.includes(kind) ? ids : ids.filter((id) => named.includes(id));
  return [
    ...new Set([
      ...through(AllowedMentionsTypes.User, found(/<@!?(\d{1,20})>/g), allowed?.users),
      ...through(AllowedMentionsTypes.Role, found(/<@&(\d{1,20})>/g), allowed?.roles),
      ...through(AllowedMentionsTypes.Everyone, found(/@(everyone|here)\b/g)),
      ...(repliedTo !== undefined && (isSilent || allowed.replied_user === true) ? [repliedTo] : []),
    ]),
  ];
}

// Code notifies nobody, but an escaped backtick begins no code.
function withoutCode(text: string): string {
  return text.replaceAll('\\`', ' ').replace(/```[\s\S]*?```|`[^`\n]*`/g, ' ');
}
