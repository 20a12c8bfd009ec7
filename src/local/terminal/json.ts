import { textOf } from '../markdown.ts';
import { textsOf } from '../message.ts';
import type { Turn } from './turn.ts';

/** A turn as one line of JSON: what was meant as the bot tells it, and the text as it came over the wire. */
export const jsonLine = (turn: Turn): string => {
  if ('stopped' in turn)
    return JSON.stringify({ kind: 'error', facts: [], citations: [], text: turn.stopped });
  const { outcome, observed } = turn;
  const { kind = 'none', topic, facts = [], citations = [], offers = [] } = observed ?? {};
  const { message, form, failed } = outcome;
  const text = message ? textsOf(message).map(textOf).join('\n') : (form?.title ?? failed);
  return JSON.stringify({
    kind: outcome.message || outcome.form ? kind : 'none',
    topic,
    facts,
    citations,
    offers: offers.length > 0 ? offers : undefined,
    text,
    ms: Math.round(outcome.ms * 10) / 10,
  });
};
