import type { Revision } from '../../ledger/revision.ts';
import { citeAll, type Point } from '../../story/answer.ts';
import type { Change } from '../../story/entry.ts';
import { type Fact, hasSome, type NonEmpty, type Story } from '../../story/model.ts';
import { differences } from '../editing/differences.ts';
import { dateWords } from '../render/date.ts';
import { type Block, note, type Page } from '../reply.ts';

/** What one revision is to readers: never who made it. */
export type Item = { readonly seq: number; readonly blocks: NonEmpty<Block> };

export type News = { readonly items: readonly Item[] } & Pick<Page, 'citations'>;

/**
 * Revisions as readers hear of them, newest first. What stands now comes with its receipts; what was changed again since
 * is only a difference. What changes nothing that readers see is no news.
 */
export const newsOf = (revisions: readonly Revision[], story: Story): News => {
  const newest = revisions.toSorted((a, b) => b.seq - a.seq);
  const standing = new Map<string, Change>();
  for (const change of newest.flatMap(({ changes }) => changes))
    if (change.entry === 'fact' && !standing.has(change.id)) standing.set(change.id, change);
  const facts = [...standing.values()].flatMap((change) => factNow(change, story) ?? []);
  const { points, citations } = citeAll(facts, []);
  const pointOf = (change: Change): Point | undefined =>
    standing.get(change.id) === change ? points.find(({ fact }) => fact.id === change.id) : undefined;
  const items = newest.flatMap((revision): Item[] => {
    const blocks = revision.changes.flatMap((change) => changeBlocks(change, pointOf(change), story));
    return hasSome(blocks) ? [{ seq: revision.seq, blocks: [head(revision), ...blocks] }] : [];
  });
  return { items, citations };
};

const head = ({ seq, at, undoes, why }: Revision): Block =>
  note(
    `${dateWords(at.slice(0, 10))} · revision ${seq}${undoes === null ? '' : `, which takes back revision ${undoes}`} · why: ${why}`,
  );

/** The fact that a change made, where it is told so still. */
const factNow = ({ entry, id, after }: Change, story: Story): Fact | undefined => {
  const fact = story.facts.get(id);
  if (entry !== 'fact' || after === null || fact === undefined) return undefined;
  const isSo =
    fact.text === after.text &&
    fact.standing === after.standing &&
    fact.asOf === after.asOf &&
    fact.retracted?.because === after.retracted?.because;
  return isSo ? fact : undefined;
};

const changeBlocks = (change: Change, point: Point | undefined, story: Story): readonly Block[] => {
  switch (change.entry) {
    case 'fact':
      return factBlocks(change, point);
    case 'topic':
      return titleBlocks(change);
    case 'statement':
    case 'source': {
      // A new one is heard of with the fact that rests on it.
      const source = change.entry === 'source' ? change.id : change.after?.source;
      const publisher = story.sources.get(source ?? '')?.publisher ?? 'A source';
      const told = change.before === null ? [] : differences(change, ['source', 'trust', 'kind', 'line']);
      return hasSome(told) ? [note(`Of what ${publisher} says:`), ...told] : [];
    }
    case 'actor':
    case 'premise':
      return [];
    default:
      return change satisfies never;
  }
};

/** What moderators keep for themselves: when to look again, and where it stands on the timeline. */
const UNSEEN = ['reviewBy', 'when'];

const factBlocks = (change: Change & { entry: 'fact' }, point: Point | undefined): readonly Block[] => {
  const { before, after } = change;
  const isSeen = before === null || after === null || hasSome(differences(change, UNSEEN));
  if (!isSeen) return [];
  if (point === undefined)
    return [
      {
        is: 'change',
        label: after === null ? 'Taken out' : 'Said then',
        before: before?.text ?? '',
        after: after?.text ?? '',
      },
    ];
  const { fact } = point;
  const was: Fact | undefined = before === null ? undefined : wasOf(before, fact);
  return [{ is: 'point', point, label: labelOf(change), ...(was && { before: was }) }];
};

/** As much of a fact as it was as a difference shows. */
const wasOf = (
  { text, standing, asOf, retracted }: NonNullable<(Change & { entry: 'fact' })['before']>,
  fact: Fact,
): Fact => ({
  ...fact,
  text,
  standing,
  asOf,
  retracted: retracted && { ...retracted, rests: fact.rests },
});

const labelOf = ({ before, after }: Change & { entry: 'fact' }): string => {
  if (before === null) return 'New';
  if (after?.retracted !== undefined && before.retracted === undefined) return 'Withdrawn';
  if (after?.retracted === undefined && before.retracted !== undefined) return 'Told again';
  const isReworded =
    before.text !== after?.text || before.standing !== after.standing || before.asOf !== after.asOf;
  return isReworded ? 'Corrected' : 'Rests on other evidence';
};

/** How a question may be asked is between the bot and its search. */
const titleBlocks = ({ before, after }: Change & { entry: 'topic' }): readonly Block[] => {
  if (before?.title === after?.title) return [];
  const label = before === null ? 'New question' : after === null ? 'No longer answered' : 'Question';
  return [{ is: 'change', label, before: before?.title ?? '', after: after?.title ?? '' }];
};
