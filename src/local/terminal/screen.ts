import { type APIStringSelectComponent, ComponentType } from 'discord-api-types/v10';
import type { Outcome, ShownMessage } from '../discord/open.ts';
import { buttonsOf, menuOf } from '../message.ts';
import { hang, type Page, paint } from './paint.ts';

/** What came, as people read it; with how long it took where somebody waits for it. */
export const screenText = (
  { message, edited, form, failed, ms }: Outcome,
  page: Page,
  isLive: boolean,
): string => {
  const { ink } = page;
  const notes = [
    ...(message && message.visibleTo !== 'everyone' ? ['only you can see this'] : []),
    ...(edited ? ['changed'] : []),
    ...(isLive ? [`${Math.round(ms)} ms`] : []),
  ];
  return [
    ...(message ? messageLines(message, page) : []),
    ...(message || form ? [] : [ink.wrong(failed ?? 'The bot did not answer.')]),
    ...(notes.length > 0 ? [ink.dim(`(${notes.join(', ')})`)] : []),
  ].join('\n');
};

/** A message as it stands before somebody. */
export const messageText = (message: ShownMessage, page: Page): string =>
  messageLines(message, page).join('\n');

const choosing = ({ min_values: least = 1, max_values: most = 1 }: APIStringSelectComponent): string => {
  if (most === 1) return 'a number';
  return least === 0 ? 'numbers, such as "4 6", or none' : 'one number or several, such as "4 6"';
};

const messageLines = (message: ShownMessage, page: Page): string[] => {
  const texts = message.components.flatMap((component, i): string[] => {
    if (component.type !== ComponentType.TextDisplay) return [];
    const isUnderHeading = i === 1;
    return [...(i === 0 || isUnderHeading ? [] : ['']), ...paint(component.content, page)];
  });
  const buttons = buttonsOf(message).flatMap(({ label }, i) => {
    const number = `  ${i + 1} `;
    return hang(page.ink.bold(number), number.length, label, page.width);
  });
  const menu = menuOf(message);
  const options = menu?.options ?? [];
  const listed = options.flatMap(({ label, description, default: isChosen }, i) => {
    const number = `  ${buttonsOf(message).length + i + 1} `;
    const about = description === undefined ? '' : ` · ${description}`;
    const words = `${isChosen ? '[chosen] ' : ''}${label}${about}`;
    return hang(page.ink.bold(number), number.length, words, page.width);
  });
  return [
    ...(message.content === '' ? [] : paint(message.content, page)),
    ...texts,
    ...(buttons.length > 0 ? ['', ...buttons] : []),
    ...(menu === undefined ? [] : ['', `${menu.placeholder ?? 'Choose'} (${choosing(menu)}):`, ...listed]),
  ];
};
