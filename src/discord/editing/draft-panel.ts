import type { Previewed } from '../../desk/outcome.ts';
import { hasSome, type Story } from '../../story/model.ts';
import type { Moderating } from '../moderating.ts';
import { stepPress } from '../press.ts';
import { type Block, type Controls, note, type Panel } from '../reply.ts';
import { changeBlocks } from './changes.ts';
import { type Draft, mainEdit, wanted } from './draft.ts';
import { conflictBlocks, problemBlocks } from './problems.ts';

/** Who works at a draft, and over which story it is laid. */
export type Working = Moderating & { readonly story: Story };

type Labelled = { readonly label: string; readonly press: ReturnType<typeof stepPress> };

/** A draft as it would be published, or what keeps it from that, with everything that can be done about it. */
export const draftPanel = async (
  working: Working,
  number: number | string,
  draft: Draft,
  finding?: Controls,
): Promise<Panel> => {
  const previewed = await working.desk.preview(draft.edits);
  const id = String(number);
  const { blocks, citations } = shown(previewed, working.story);
  const [first, ...rest] = [
    headline(previewed),
    ...blocks,
    ...(draft.why === '' ? [] : [note(`Why: ${draft.why}`)]),
  ];
  return {
    kind: 'panel',
    heading: `Your change: ${mainEdit(draft).id}`,
    blocks: [first ?? note(''), ...rest],
    citations,
    controls: [
      ...(finding === undefined ? [] : [finding]),
      ...rowsOf(buttonsOf(working, id, draft, previewed)),
    ],
    again: stepPress('draft', id),
    inPlace: true,
  };
};

const headline = (previewed: Previewed): Block => {
  switch (previewed.is) {
    case 'ready':
      return note('Nothing is published yet. This is how readers will see it, with what changes marked:');
    case 'problems':
      return note('It cannot be published so. Nothing of what you typed is lost:');
    case 'conflict':
      return note('Somebody was faster. Nothing of what you typed is lost:');
    case 'unchanged':
      return note('The record says all of this already.');
    default:
      return previewed satisfies never;
  }
};

const shown = (
  previewed: Previewed,
  story: Story,
): Pick<Panel, 'citations'> & { blocks: readonly Block[] } => {
  switch (previewed.is) {
    case 'ready':
      return changeBlocks(previewed.changes, story, previewed.index.story);
    case 'problems':
      return { blocks: problemBlocks(previewed.problems), citations: [] };
    case 'conflict':
      return { blocks: conflictBlocks(previewed), citations: [] };
    case 'unchanged':
      return { blocks: [], citations: [] };
    default:
      return previewed satisfies never;
  }
};

const buttonsOf = (
  { reviewers, story }: Working,
  number: string,
  draft: Draft,
  previewed: Previewed,
): readonly Labelled[] => {
  const main = mainEdit(draft);
  const button = (label: string, step: string, ...values: readonly string[]): Labelled => ({
    label,
    press: stepPress(step, number, ...values),
  });
  const stated = draft.edits.filter(({ entry }) => entry === 'statement');
  const unknown = stated
    .map(({ id }) => wanted(draft, 'statement', id)?.by ?? '')
    .filter((by) => by !== '' && !story.actors.has(by) && wanted(draft, 'actor', by) === undefined);
  const newer =
    previewed.is === 'conflict' ? previewed.newer.find(({ change }) => change.id === main.id) : undefined;
  return [
    ...(previewed.is === 'ready' ? [button(reviewers === 0 ? 'Publish' : 'Send for review', 'send')] : []),
    ...(newer?.now ? [button('Go on from the newer wording', 'rebase', newer.now.stamp)] : []),
    ...wordsButton(main.entry, button),
    ...(main.entry === 'fact' ? [button('Evidence', 'evidence')] : []),
    ...(main.entry === 'topic' ? [button('Facts', 'topic-facts')] : []),
    ...(main.entry === 'fact' || main.entry === 'source' ? [button('New statement', 'find-source')] : []),
    ...stated.map(({ id }) => button(`Statement ${id}`, 'restate', id)),
    ...[...new Set(unknown)].map((by) => button(`Who is ${by}?`, 'speaker', by)),
    button('Discard', 'discard'),
  ];
};

const wordsButton = (
  entry: string,
  button: (label: string, step: string) => Labelled,
): readonly Labelled[] => {
  switch (entry) {
    case 'fact':
    case 'topic':
      return [button('Edit the words', 'words')];
    case 'source':
      return [button('Edit the source', 'words'), button('Trust, author', 'more-of-source')];
    default:
      return [];
  }
};

const A_ROW = 5;
const ROWS = 2;

const rowsOf = (buttons: readonly Labelled[]): Controls[] =>
  Array.from({ length: ROWS }, (_, i) => buttons.slice(i * A_ROW, (i + 1) * A_ROW)).flatMap((row) =>
    hasSome(row) ? [{ is: 'buttons', buttons: row }] : [],
  );
