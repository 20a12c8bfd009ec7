import { z } from 'zod';
import { type ErrorTree, type FieldError, Problem } from './problem.ts';

/** A complaint that carries Discord's own code for it. */
export function complaint(code: string, message: string, path: PropertyKey[] = []) {
  return { code: 'custom' as const, params: { code }, message, path };
}

function length(min: number, max: number) {
  return min === 0
    ? complaint('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    : complaint('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
}

/** Text within Discord's bounds; blanks alone are no text. */
export function text(min: number, max: number) {
  return z.string().refine((value) => value.trim().length >= min && value.length <= max, length(min, max));
}

/** A list within Discord's bounds. */
export function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(item).refine((items) => items.length >= min && items.length <= max, length(min, max));
}

/** A whole number within Discord's bounds. */
export function whole(min: number, max: number) {
  return z
    .int()
    .refine(
      (value) => value >= min,
      complaint('NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`),
    )
    .refine(
      (value) => value <= max,
      complaint('NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`),
    );
}

/** A field that may be missing or null, which Discord takes for the same. */
export function optional<Field extends z.ZodType>(field: Field) {
  return field.nullish().transform((value) => value ?? undefined);
}

/** The number by which a component is told apart in its message. */
export const componentId = optional(whole(0, 2 ** 31 - 1));

/** An id in Discord's form. */
export const snowflake = z.string().regex(/^\d{1,20}$/);

/** The parsed body, or Discord's 50035 with every complaint in its place under `at`. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  at: readonly string[] = [],
): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem(50035, errorTree(parsed.error.issues, at));
}

function errorTree(issues: readonly z.core.$ZodIssue[], at: readonly string[]): ErrorTree {
  const root: ErrorTree = {};
  for (const issue of issues) {
    // Discord hangs a wrong `type` on the component, zod on its field.
    const path =
      issue.code === 'invalid_union' && issue.path.at(-1) === 'type' ? issue.path.slice(0, -1) : issue.path;
    let node = root;
    for (const step of [...at, ...path.map(String)]) {
      const next = node[step];
      const inner = next === undefined || Array.isArray(next) ? {} : next;
      node[step] = inner;
      node = inner;
    }
    const before = node._errors;
    node._errors = [...(Array.isArray(before) ? before : []), fieldError(issue)];
  }
  return root;
}

function fieldError(issue: z.core.$ZodIssue): FieldError {
  if ('input' in issue ? issue.input === undefined || issue.input === null : false) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  switch (issue.code) {
    case 'custom':
      return { code: String(issue.params?.code ?? 'CUSTOM'), message: issue.message };
    case 'invalid_union':
      return {
        code: 'UNION_TYPE_CHOICES',
        message: `Value of field "type" must be one of (${choices(issue)}).`,
      };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${issue.values.map(String).join(', ')}}.`,
      };
    case 'invalid_format':
      return { code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    default:
      return { code: 'BASE_TYPE_INVALID', message: issue.message };
  }
}

function choices(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  return options.length === 1 ? `${options[0]},` : options.join(', ');
}

function wrongType(expected: string, input: unknown): FieldError {
  const given = typeof input === 'string' ? input : JSON.stringify(input);
  switch (expected) {
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'object':
      return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'int':
    case 'number':
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${given}" is not int.` };
    default:
      return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${given}" as string.` };
  }
}
