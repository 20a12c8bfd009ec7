import { refuse } from '../refusal.ts';
import type { Index } from '../story/search/index.ts';
import type { Typed } from './incoming.ts';
import { limits } from './render/limits.ts';

/** A choice under the field, before the command is sent. */
export type Suggestion = { readonly name: string; readonly value: string };

/** How Discord shows an option, and how we read what was typed into it. */
export type Option<T> = {
  readonly type: 'text' | 'flag' | 'number' | 'person';
  readonly description: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly most?: number;
  readonly suggest?: ((index: Index, typed: string) => readonly Suggestion[]) | undefined;
  /** Refuses, in a sentence, what cannot be meant. */
  readonly read: (typed: string | number | boolean | undefined, index: Index) => T;
  /** A short form that `read` takes back: what a button remembers. */
  idOf(value: T): string;
};

export type Options = Readonly<Record<string, Option<unknown>>>;

/** The values of a command's options, by their names. */
export type Values<O> = { readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never };

/** Discord holds members to these; a forged payload is held to them here. */
const LONGEST_QUESTION = 400;
const LONGEST_NAME = 100;

/** Words, as long as Discord and search will take them. */
export const text = (
  description: string,
  { suggest }: { readonly suggest?: Option<string>['suggest'] } = {},
): Option<string> => ({
  type: 'text',
  description,
  required: true,
  maxLength: LONGEST_QUESTION,
  suggest,
  read: (typed) =>
    String(typed ?? '')
      .trim()
      .slice(0, LONGEST_QUESTION),
  idOf: (value) => value,
});

/** Yes or no; no where nothing was chosen. */
export const flag = (description: string): Option<boolean> => ({
  type: 'flag',
  description,
  required: false,
  read: (typed) => typed === true || typed === 'true',
  idOf: String,
});

/** Somebody on the server, by Discord's id. */
export const person = (description: string): Option<string> => ({
  type: 'person',
  description,
  required: true,
  read: (typed) => (/^\d{1,20}$/.test(String(typed)) ? String(typed) : refuse('Nobody is called so here.')),
  idOf: (value) => value,
});

/** A whole number from 1 on. */
export const number = (description: string, most: number): Option<number> => ({
  type: 'number',
  description,
  required: true,
  most,
  read: (typed) => Math.min(most, Math.max(1, Math.trunc(Number(typed) || 1))),
  idOf: String,
});

/** One of the story's things, by id, by name, or by something near enough to its name. */
export const oneOf = <T extends { readonly id: string }>(
  description: string,
  { find, suggest }: Pick<Option<T>, 'suggest'> & { readonly find: (index: Index, typed: string) => T },
): Option<T> => ({
  type: 'text',
  description,
  required: true,
  maxLength: LONGEST_NAME,
  suggest,
  read: (typed, index) =>
    find(
      index,
      String(typed ?? '')
        .trim()
        .slice(0, LONGEST_NAME),
    ),
  idOf: ({ id }) => id,
});

/** An option that may be left out. */
export const optional = <T>(option: Option<T>): Option<T | undefined> => ({
  ...option,
  required: false,
  read: (typed, index) => (typed === undefined || typed === '' ? undefined : option.read(typed, index)),
  idOf: (value) => (value === undefined ? '' : option.idOf(value)),
});

/** What was typed, as the values that the command is written for. */
export const readOptions = <O extends Options>(options: O, typed: Typed, index: Index): Values<O> =>
  Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, option.read(typed.get(name), index)]),
  ) as Values<O>;

/** Choices within Discord's limits: one that is blank or too long would fail all of them. */
export const suggestions = (choices: readonly Suggestion[]): Suggestion[] => {
  const cut = (words: string) => words.slice(0, limits.suggestion).trim();
  return choices
    .map(({ name, value }) => ({ name: cut(name), value: cut(value) }))
    .filter(({ name, value }) => name !== '' && value !== '')
    .slice(0, limits.suggestions);
};
