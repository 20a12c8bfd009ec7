import {
  type APILabelComponent,
  type APIModalSubmission,
  type APISelectMenuOption,
  ComponentType,
  type ModalSubmitLabelComponent,
} from 'discord-api-types/v10';
import { everyComponent, type Node } from './component-tree.ts';
import type { ShownForm, ShownMessage } from './shown.ts';

/** What somebody wrote or picked in a form, by the field's custom id. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

type Control = Node & {
  readonly disabled?: boolean;
  readonly url?: string;
  readonly options?: readonly APISelectMenuOption[];
  readonly min_values?: number;
  readonly max_values?: number;
};

/** A press as the client sends it; throws where the client has nothing to press, unless it is forged. */
export function pressed(message: ShownMessage | undefined, customId: string, forged = false): object {
  const button = control(message, customId, ComponentType.Button, forged);
  return { custom_id: customId, component_type: ComponentType.Button, id: button?.id ?? 0 };
}

/** A choice in a menu as the client sends it; throws where the menu does not offer it, unless it is forged. */
export function chosen(
  message: ShownMessage | undefined,
  customId: string,
  values: readonly string[],
  forged = false,
): object {
  const menu = control(message, customId, ComponentType.StringSelect, forged);
  if (!forged) refuseChoice(customId, menu ?? {}, values);
  return { custom_id: customId, component_type: ComponentType.StringSelect, id: menu?.id ?? 0, values };
}

/** A filled form as the client sends it; throws where the client would not let it go, unless it is forged. */
export function filled(form: ShownForm, fields: Filled, forged = false): APIModalSubmission {
  const labels = form.components.filter((it): it is APILabelComponent => it.type === ComponentType.Label);
  const known = new Set(labels.map(({ component }) => component.custom_id));
  const strange = Object.keys(fields).find((field) => !known.has(field));
  if (strange !== undefined && !forged) throw new Error(`The form has no field ${strange}`);
  const components = labels.map((label): ModalSubmitLabelComponent => {
    const given = fields[label.component.custom_id];
    return { type: ComponentType.Label, id: label.id ?? 0, component: field(label.component, given, forged) };
  });
  return { custom_id: form.customId, components };
}

function control(
  message: ShownMessage | undefined,
  customId: string,
  type: ComponentType,
  forged: boolean,
): Control | undefined {
  const all = [...everyComponent((message?.components ?? []) as readonly Node[])];
  const found: Control | undefined = all.find(({ node }) => node.custom_id === customId)?.node;
  if (forged) return found;
  if (!message) throw new Error('The message is not there to be seen');
  if (!found) throw new Error(`The message has no control ${customId}`);
  if (found.type !== type) throw new Error(`${customId} is not a ${ComponentType[type]}`);
  if (found.disabled) throw new Error(`${customId} is disabled`);
  return found;
}

function refuseChoice(customId: string, menu: Partial<Control>, values: readonly string[]): void {
  const [least, most] = [menu.min_values ?? 1, menu.max_values ?? 1];
  if (values.length < least || values.length > most)
    throw new Error(`${customId} takes ${least} to ${most} choices`);
  const strange = values.find((value) => !menu.options?.some((option) => option.value === value));
  if (strange !== undefined) throw new Error(`${customId} does not offer ${strange}`);
}

function field(
  component: APILabelComponent['component'],
  given: string | readonly string[] | undefined,
  forged: boolean,
): ModalSubmitLabelComponent['component'] {
  const base = { id: component.id ?? 0, custom_id: component.custom_id };
  const required = !('required' in component) || component.required !== false;
  if (component.type === ComponentType.TextInput) {
    const value = typeof given === 'string' ? given : (given?.join('\n') ?? component.value ?? '');
    const [least, most] = [component.min_length ?? 0, component.max_length ?? 4000];
    if (!forged && required && value.trim() === '') throw new Error(`${base.custom_id} must be filled in`);
    if (!forged && value !== '' && (value.length < least || value.length > most)) {
      throw new Error(`${base.custom_id} takes ${least} to ${most} characters`);
    }
    return { ...base, type: component.type, value };
  }
  if (component.type === ComponentType.StringSelect) {
    const already = component.options.flatMap((option) => (option.default ? [option.value] : []));
    const values = typeof given === 'string' ? [given] : [...(given ?? already)];
    if (!forged && (required || values.length > 0))
      refuseChoice(base.custom_id, component as Control, values);
    return { ...base, type: component.type, values };
  }
  throw new Error(`${base.custom_id} is of a kind that cannot be filled in here`);
}
