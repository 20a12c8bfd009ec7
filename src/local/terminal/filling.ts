import { type APILabelComponent, ComponentType } from 'discord-api-types/v10';
import type { Filled, ShownForm } from '../discord/open.ts';
import { hang, type Page } from './paint.ts';

/** A form in front of somebody, filled in as far as its first `at` fields. */
export type Filling = { readonly form: ShownForm; readonly given: Filled; readonly at: number };

export const beginFilling = (form: ShownForm): Filling => ({ form, given: {}, at: 0 });

const fieldsOf = ({ components }: ShownForm): APILabelComponent[] =>
  components.filter((one): one is APILabelComponent => one.type === ComponentType.Label);

/** What the form asks for next, with what stands there already; nothing where all is filled in. */
export const asksFor = ({ form, at }: Filling, { ink, width }: Page): string => {
  const fields = fieldsOf(form);
  const field = fields[at];
  if (field === undefined) return '';
  const head = at === 0 ? [`A form opened: ${form.title}`, ...hang('', 0, KEYS, width), ''] : [];
  const about = field.description === undefined ? '' : ` (${field.description})`;
  const now = presentOf(field);
  return [
    ...head,
    ...hang(ink.bold(`${at + 1} of ${fields.length}  `), 8, `${field.label}${about}`, width),
    ...choicesOf(field).map(({ label }, i) => `  ${i + 1} ${label}`),
    ...(now === '' ? [] : hang('  now: ', 7, now, width)),
  ].join('\n');
};

const KEYS =
  'Enter keeps what stands there, "-" empties it, \\n begins a new line, "cancel" closes the form.';

const choicesOf = ({ component }: APILabelComponent) =>
  component.type === ComponentType.StringSelect ? component.options : [];

const presentOf = (field: APILabelComponent): string =>
  field.component.type === ComponentType.TextInput
    ? (field.component.value ?? '').replaceAll('\n', '\\n')
    : choicesOf(field)
        .filter((one) => one.default)
        .map(({ label }) => label)
        .join(', ');

/** The form with what was typed in its next field, or why the field does not take it. */
export const fillIn = (filling: Filling, typed: string): Filling | { readonly wrong: string } => {
  const { form, given, at } = filling;
  const field = fieldsOf(form)[at];
  if (field === undefined) return filling;
  const { component } = field;
  const next = (value: string | readonly string[]) => ({
    form,
    given: { ...given, [component.custom_id]: value },
    at: at + 1,
  });
  const words = typed.trim();
  if (component.type === ComponentType.StringSelect) {
    const options = component.options;
    const kept = options.filter((one) => one.default);
    const numbers = words.split(/[\s,]+/);
    const picked = words === '' ? kept : numbers.map((number) => options[Number(number) - 1]);
    const known = picked.filter((one) => one !== undefined);
    const isWithin =
      known.length >= (component.min_values ?? 1) && known.length <= (component.max_values ?? 1);
    if (known.length < picked.length || !isWithin)
      return { wrong: `Type a number from 1 to ${options.length}.` };
    return next(known.map(({ value }) => value));
  }
  if (component.type !== ComponentType.TextInput) return { wrong: 'This field cannot be filled in here.' };
  const value = words === '' ? (component.value ?? '') : words === '-' ? '' : words.replaceAll('\\n', '\n');
  if (value.trim() === '' && component.required !== false) return { wrong: 'This cannot be left empty.' };
  const most = component.max_length ?? 4000;
  if (value.length > most) return { wrong: `That has ${value.length} characters; ${most} fit.` };
  return next(value);
};

/** Whether every field has been gone through. */
export const isFilled = ({ form, at }: Filling): boolean => at >= fieldsOf(form).length;
