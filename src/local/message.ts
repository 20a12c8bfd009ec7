import {
  type APIButtonComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { ShownMessage } from './discord/open.ts';

/** A button that can be pressed, as it stands on a message. */
export type Pressable = { readonly label: string; readonly customId: string };

/** The texts of a message, from the top down, in Discord's markup. */
export const textsOf = ({ content, components }: Pick<ShownMessage, 'content' | 'components'>): string[] => [
  ...(content === '' ? [] : [content]),
  ...components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  ),
];

/** The buttons of a message, in the order in which they are seen. */
export const buttonsOf = ({ components }: Pick<ShownMessage, 'components'>): Pressable[] =>
  components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .filter((one): one is APIButtonComponent => one.type === ComponentType.Button)
    .flatMap((button) =>
      button.style !== ButtonStyle.Link && button.style !== ButtonStyle.Premium
        ? [{ label: button.label ?? '', customId: button.custom_id }]
        : [],
    );

/** The select of a message, where it has one. */
export const menuOf = ({
  components,
}: Pick<ShownMessage, 'components'>): APIStringSelectComponent | undefined =>
  components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .find((one) => one.type === ComponentType.StringSelect);

/** Whether the bot wrote it to somebody directly who had asked for nothing at that moment. */
export const isUnasked = ({ where, author, asked, replyTo }: ShownMessage): boolean =>
  where === 'dm' && author.bot && asked === undefined && replyTo === undefined;

/** Whether there is anything on a message to press or to choose. */
export const hasControls = (message: ShownMessage): boolean =>
  buttonsOf(message).length > 0 || menuOf(message) !== undefined;
