import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { type Press, pressId } from '../press.ts';
import type { Controls } from '../reply.ts';
import { limits } from './limits.ts';
import { clip, plain } from './plain.ts';
import { selectOptions } from './select.ts';

/** A message of ours, for a reply or an edit. It never pings anybody. */
export type Message = {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: { readonly parse: [] };
};

export type Button = { readonly label: string; readonly press: Press };

/** Everything that can stand in a message, from the top down. */
export type Content = {
  readonly texts: readonly string[];
  readonly receipts?: readonly string[];
  readonly foot?: string | undefined;
  readonly rows?: readonly (readonly Button[])[];
  readonly menu?: Menu | undefined;
};

/** A select under a message. */
export type Menu = Controls & { readonly is: 'select' };

/** Discord's form of a message: text first, then the receipts, then the buttons. */
export const message = ({ texts, receipts = [], foot, menu, rows = [] }: Content): Message => {
  return {
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
    components: [
      ...texts.map(text),
      ...(receipts.length > 0 ? [{ type: ComponentType.Separator } as const, text(receipts.join('\n'))] : []),
      ...(foot === undefined ? [] : [text(`-# ${foot}`)]),
      ...(menu === undefined ? [] : [menuRow(menu)]),
      ...rows.flatMap((row) => (row.length === 0 ? [] : [buttonRow(row.slice(0, limits.buttonsInRow))])),
    ],
  };
};

const text = (content: string) => ({ type: ComponentType.TextDisplay, content }) as const;

const buttonRow = (buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: buttons.map(({ label, press }) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: clip(label, limits.buttonLabel),
    custom_id: pressId(press),
  })),
});

const menuRow = (menu: Menu): APIActionRowComponent<APIStringSelectComponent> => {
  const options = selectOptions(menu.from, menu.chosen);
  const most = Math.min(menu.most, options.length);
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: pressId(menu.to),
        placeholder: clip(menu.hint, limits.selectHint),
        min_values: Math.min(menu.least, most),
        max_values: most,
        options,
      },
    ],
  };
};

export const heading = (title: string): string => `### ${plain(title)}`;
