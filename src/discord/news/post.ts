import type { Revision } from '../../ledger/revision.ts';
import { hasSome, type Story } from '../../story/model.ts';
import type { Message } from '../render/message.ts';
import { postMessage } from '../render/render.ts';
import { newsOf } from './news.ts';

const HEADING = 'Corrections and new facts';

/** What a channel that follows is told: one message, the newest first. Nothing where readers see nothing new. */
export const newsPost = (revisions: readonly Revision[], story: Story): Message | undefined => {
  const { items, citations } = newsOf(revisions, story);
  const post = (cut: Cut) =>
    postMessage({ heading: HEADING, citations, blocks: cut.blocks }, footOf(items.length - cut.whole));
  const cuts = items.map((_, i) => items.slice(0, items.length - i)).map(wholeCut);
  for (const cut of [...cuts, ...firstAlone(items)]) {
    const message = post(cut);
    if (message !== undefined) return message;
  }
  return undefined;
};

/** What is shown, and how many revisions of it whole. */
type Cut = { readonly blocks: readonly Shown[]; readonly whole: number };
type Items = ReturnType<typeof newsOf>['items'];
type Shown = Items[number]['blocks'][number];

const wholeCut = (shown: Items): Cut => ({
  blocks: shown.flatMap(({ blocks }) => blocks),
  whole: shown.length,
});

/** One revision that is too long for a message is cut as well, between what it changed. */
const firstAlone = ([first]: Items): Cut[] =>
  first === undefined
    ? []
    : first.blocks
        .map((_, i) => ({ blocks: first.blocks.slice(0, first.blocks.length - i), whole: 0 }))
        .filter(({ blocks }) => hasSome(blocks));

const footOf = (more: number): string | undefined =>
  more === 0 ? undefined : `… and ${more} more: /whats-new`;
