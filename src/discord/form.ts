import type { NonEmpty } from '../story/model.ts';
import type { Filled } from './filled.ts';
import type { StepPress } from './press.ts';

/** One choice of a select: what is read, and what stands for it. */
export type Choosable = {
  readonly label: string;
  readonly value: string;
  readonly about?: string;
};

/** What is asked for, and how Discord lets it be given. */
type Control =
  | { readonly as: 'line' | 'paragraph'; readonly most: number; readonly example?: string }
  | { readonly as: 'select'; readonly from: readonly Choosable[]; readonly most: number };

/** How Discord shows a field of a form, what stands in it before anybody types, and how we read what came. */
export type Field<T> = Control & {
  readonly label: string;
  readonly about?: string;
  readonly required: boolean;
  write(value: T): readonly string[];
  readonly read: (given: readonly string[]) => T;
};

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a form's fields, by their names. */
export type FormValues<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

type Asking = {
  readonly label: string;
  readonly about?: string;
  readonly most: number;
  readonly example?: string;
  readonly required?: boolean;
};

/** One line of words; empty where nothing was typed. */
export const line = ({ required = true, ...asking }: Asking): Field<string> => ({
  as: 'line',
  required,
  ...asking,
  write: (value) => [value],
  read: (given) => given.join(' '),
});

/** Room for a sentence or two; line breaks in it count as spaces. */
export const paragraph = (asking: Asking): Field<string> => ({ ...line(asking), as: 'paragraph' });

/** Several things, one a line. */
export const lines = ({ required = true, ...asking }: Asking): Field<readonly string[]> => ({
  as: 'paragraph',
  required,
  ...asking,
  write: (value) => value,
  read: (given) => given,
});

/** One of a few words; a forged one falls back on the first. */
export const oneOfThese = <const T extends string>(
  label: string,
  from: NonEmpty<Choosable & { readonly value: T }>,
  about?: string,
): Field<T> => ({
  as: 'select',
  label,
  ...(about !== undefined && { about }),
  from,
  most: 1,
  required: true,
  write: (value) => [value],
  read: ([given]) => (from.find(({ value }) => value === given) ?? from[0]).value,
});

/** A form ready to be shown: Discord opens it only as the first answer, so all that stands in it is at hand. */
export type Form = {
  readonly kind: 'form';
  readonly title: string;
  readonly fields: readonly ShownField[];
  /** The step that what is typed goes to. */
  readonly to: StepPress;
};

export type ShownField = Control & {
  readonly name: string;
  readonly label: string;
  readonly about?: string;
  readonly required: boolean;
  /** What stands in it. */
  readonly given: readonly string[];
};

/** A form with the types of its fields worked out: it is opened with what is known, and read when it comes back. */
export type FormOf<F extends Fields> = {
  readonly open: (to: StepPress, known?: Partial<FormValues<F>>) => Form;
  readonly read: (filled: Filled) => FormValues<F>;
};

export const form = <const F extends Fields>(title: string, fields: F): FormOf<F> => ({
  open: (to, known = {}) => ({
    kind: 'form',
    title,
    to,
    fields: Object.entries(fields).map(([name, { write, read: _, ...field }]) => {
      const value = known[name];
      return { ...field, name, given: value === undefined ? [] : write(value) };
    }),
  }),
  read: (filled) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, { read }]) => [name, read(filled.get(name) ?? [])]),
    ) as FormValues<F>,
});
