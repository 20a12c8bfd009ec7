import type { APISelectMenuOption } from 'discord-api-types/v10';
import type { Choosable } from '../form.ts';
import { limits } from './limits.ts';
import { clip } from './plain.ts';

/** The options of a select, those chosen already first, as many as Discord takes. */
export const selectOptions = (
  from: readonly Choosable[],
  chosen: readonly string[],
): APISelectMenuOption[] => {
  const isChosen = ({ value }: Choosable) => chosen.includes(value);
  return from
    .toSorted((one, other) => Number(isChosen(other)) - Number(isChosen(one)))
    .slice(0, limits.selectOptions)
    .map((one) => ({
      label: clip(one.label, limits.selectLabel),
      value: one.value,
      ...(one.about !== undefined &&
        one.about !== '' && { description: clip(one.about, limits.selectLabel) }),
      ...(isChosen(one) && { default: true }),
    }));
};
