import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Form, ShownField } from '../form.ts';
import { pressId } from '../press.ts';
import { limits } from './limits.ts';
import { clip } from './plain.ts';
import { selectOptions } from './select.ts';

/** Discord's form. What stands in it is shown as it is: nothing is markup there. */
export const modal = ({ title, fields, to }: Form): APIModalInteractionResponseCallbackData => {
  if (fields.length === 0 || fields.length > limits.fields)
    throw new Error(`A form has 1 to ${limits.fields} fields, and "${title}" has ${fields.length}`);
  return {
    custom_id: pressId(to),
    title: clip(title, limits.formTitle),
    components: fields.map(labelled),
  };
};

const labelled = (field: ShownField): APILabelComponent => ({
  type: ComponentType.Label,
  label: clip(field.label, limits.fieldLabel),
  ...(field.about !== undefined && { description: clip(field.about, limits.fieldAbout) }),
  component: field.as === 'select' ? select(field) : input(field),
});

const input = (field: ShownField & { as: 'line' | 'paragraph' }): APILabelComponent['component'] => {
  const most = Math.min(field.most, limits.fieldText);
  const value = clip(field.given.join('\n'), most);
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.as === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    max_length: most,
    required: field.required,
    ...(value !== '' && { value }),
    ...(field.example !== undefined && { placeholder: clip(field.example, limits.fieldExample) }),
  };
};

const select = ({ name, from, most, required, given }: ShownField & { as: 'select' }) => {
  const options = selectOptions(from, given);
  return {
    type: ComponentType.StringSelect as const,
    custom_id: name,
    min_values: required ? 1 : 0,
    max_values: Math.min(most, options.length),
    required,
    options,
  };
};
