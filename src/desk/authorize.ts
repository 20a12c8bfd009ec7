import { refuse } from '../refusal.ts';

/** Where and by whom the record may be changed. No home: nowhere. No role: those who manage a home. */
export type Rights = {
  readonly homes: readonly string[];
  readonly roles: readonly string[];
};

/** Whoever asks, and where, from the very interaction that asks: no memory of ours is trusted. */
export type Who = {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  readonly roles: readonly string[];
  readonly guild: string | undefined;
};

declare const letIn: unique symbol;

/** Somebody whom `authorize` has let in for one interaction. Nothing else makes one. */
export type Moderator = { readonly id: string; readonly name: string; readonly [letIn]: true };

/** Discord's own numbers. */
const ADMINISTRATOR = 1n << 3n;
const MANAGE_GUILD = 1n << 5n;

export const isEditingOn = ({ homes }: Rights): boolean => homes.length > 0;

/** Lets in whom the settings name, and refuses everybody else. An administrator elsewhere is nobody here. */
export const authorize = (rights: Rights, { id, name, guild, permissions, roles }: Who): Moderator => {
  const isAtHome = guild !== undefined && rights.homes.includes(guild);
  if (!isAtHome) return refuse('The record cannot be edited here.');
  const isNamed =
    rights.roles.length > 0
      ? roles.some((role) => rights.roles.includes(role))
      : (permissions & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
  if (!isNamed) return refuse('Only moderators of the record may do this.');
  return { id, name } as Moderator;
};
