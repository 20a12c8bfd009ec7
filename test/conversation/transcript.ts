import type { ShownMessage } from '../../src/local/discord/open.ts';
import { textOf } from '../../src/local/markdown.ts';
import { buttonsOf, textsOf } from '../../src/local/message.ts';
import type { Step } from '../../src/local/script.ts';
import type { Came } from './act.ts';
import { kindOf } from './meets.ts';
import { type Stage, seenBy } from './stage.ts';

const indented = (text: string): string => text.replace(/^/gm, '      ');

/** A step and what came of it, as somebody who looks over the cast's shoulders would note it; in short, a message by its title. */
export const transcript = (stage: Stage, step: Step, came: Came, length: 'short' | 'full'): string =>
  [
    did(step),
    ...(came.suggestions === undefined
      ? []
      : [indented(`suggested: ${came.suggestions.map(({ name }) => name).join(' · ') || 'nothing'}`)]),
    ...(came.stopped === undefined ? [] : [indented(`stopped: ${came.stopped}`)]),
    ...(came.failed === undefined ? [] : [indented(came.failed)]),
    ...(came.form === undefined ? [] : [indented(`a form opens: ${came.form.title}`)]),
    ...(came.message === undefined ? [] : [shown(stage, came, came.message, step.by ?? '', length)]),
  ].join('\n');

const did = (step: Step): string => {
  const { by = '', say, type, press, choose, fill, send, to, times, pick, how } = step;
  const often = times === undefined ? '' : ` (× ${times})`;
  if (step.becomes !== undefined) return `  ${step.by} is a ${step.becomes} from now on`;
  if (step.restart) return '  the bot restarts';
  if (step.wait !== undefined) return `  ${step.wait} ms pass`;
  if (step.later !== undefined) return `  ${step.later} minutes later`;
  if (say !== undefined) return `  ${by}${to === undefined ? '' : ` (${to})`}: ${say}${often}`;
  if (type !== undefined)
    return `  ${by} types: ${type}${often}${pick === undefined ? '' : ` and picks "${pick}"`}${how === undefined ? '' : ` (${how})`}`;
  if (press !== undefined) return `  ${by} presses [ ${press} ]`;
  if (choose !== undefined) return `  ${by} chooses ${choose.join(', ')}`;
  if (fill !== undefined) return `  ${by} fills in ${JSON.stringify(fill)}`;
  return `  ${by} forges ${JSON.stringify(send)}${often}`;
};

const shown = (
  stage: Stage,
  came: Came,
  message: ShownMessage,
  by: string,
  length: 'short' | 'full',
): string => {
  const what = [
    kindOf(came),
    ...(came.observed?.topic === undefined ? [] : [came.observed.topic]),
    `to ${seenBy(stage, message, by)}`,
    ...(came.edited ? ['in place'] : []),
  ];
  const texts = textsOf(message).map(textOf);
  if (length === 'short') return [`    → ${what.join(', ')}`, ...texts.slice(0, 1).map(indented)].join('\n');
  const buttons = buttonsOf(message).map(({ label }) => `[ ${label} ]`);
  return [
    `    → ${what.join(', ')}`,
    ...texts.map(indented),
    ...(buttons.length === 0 ? [] : [indented(buttons.join(' '))]),
  ].join('\n');
};
