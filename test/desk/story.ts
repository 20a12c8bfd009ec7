import { writtenIn } from '../../src/book/export.ts';
import { textsIn } from '../../src/book/write.ts';
import { authorize, type Moderator } from '../../src/desk/authorize.ts';
import { openDesk, type Settings } from '../../src/desk/desk.ts';
import type { Edit } from '../../src/desk/outcome.ts';
import type { Sound } from '../../src/desk/present.ts';
import type { Desk } from '../../src/desk/surface.ts';
import { judge } from '../../src/editing.ts';
import type { Place } from '../../src/ledger/open.ts';
import { read } from '../../src/story/read.ts';
import type { Written } from '../../src/story/schema.ts';
import { index } from '../../src/story/search/index.ts';

/** A book made ready. */
export const sound = (written: Written): Sound => {
  const outcome = read(written);
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
  return { written, index: index(outcome.story) };
};

/** The lighthouse's story as its files have it. */
export const lighthouse: Written = writtenIn(await textsIn('test/stories/lighthouse/knowledge'));

const book = sound(lighthouse);

export const home = '700000000000000009';
export const rights = { homes: [home], roles: [] };

const MANAGE_GUILD = 1n << 5n;

/** Somebody whom the desk lets in. */
export const moderator = (name: string): Moderator =>
  authorize(rights, { id: `id-of-${name}`, name, permissions: MANAGE_GUILD, roles: [], guild: home });

export const ann = moderator('Ann');
export const ben = moderator('Ben');

/** A desk over the lighthouse's story. What goes wrong in it is thrown where nobody catches it. */
export const openAt = (place: Place, settings: Partial<Settings> = {}): Promise<Desk> =>
  openDesk({
    place,
    book,
    judge,
    rights,
    reviewers: 1,
    report: (error) => {
      throw error;
    },
    ...settings,
  });

/** An edit of a fact as its editor sees it now. */
export const edit = (desk: Desk, id: string, more: object): [Edit] => {
  const seen = desk.entry('fact', id);
  if (seen === undefined) throw new Error(`There is no fact ${id}`);
  return [{ entry: 'fact', id, after: { ...seen.value, ...more }, seen: seen.stamp }];
};

/** Another text for a fact. */
export const reworded = (desk: Desk, id: string, text: string): [Edit] => edit(desk, id, { text });
