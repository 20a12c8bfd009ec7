import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { tidyLines } from './tidy.ts';

/** What came in a form, by its fields: lines that were typed, or values that were chosen. Untrusted, but tidied. */
export type Filled = ReadonlyMap<string, readonly string[]>;

/** Discord's own limits on what a form can hold. */
const MOST_TYPED = 4000;
const MOST_CHOSEN = 25;

const name = z.string().max(100);

const typed = z.object({
  type: z.literal(ComponentType.TextInput),
  custom_id: name,
  value: z.string().max(MOST_TYPED),
});

const chosen = z.object({
  type: z.literal(ComponentType.StringSelect),
  custom_id: name,
  values: z.array(name).max(MOST_CHOSEN),
});

const form = z.object({
  custom_id: name,
  components: z
    .array(z.object({ component: z.discriminatedUnion('type', [typed, chosen]).optional() }))
    .max(5),
});

/** Reads what Discord sends of a form; nothing where it is not shaped like one of ours. */
export const readFilled = (
  data: unknown,
): { readonly customId: string; readonly filled: Filled } | undefined => {
  const { data: read } = form.safeParse(data);
  if (read === undefined) return undefined;
  const fields = read.components.flatMap(({ component }) => {
    if (component === undefined) return [];
    const values =
      component.type === ComponentType.TextInput
        ? tidyLines(component.value)
        : component.values.flatMap(tidyLines);
    return [[component.custom_id, values] as const];
  });
  return { customId: read.custom_id, filled: new Map(fields) };
};
