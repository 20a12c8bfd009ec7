import { onTestFinished } from 'vitest';
import { writtenIn } from '../../src/book/export.ts';
import { textsIn } from '../../src/book/write.ts';
import { authorize, type Moderator } from '../../src/desk/authorize.ts';
import { openDesk, type Settings } from '../../src/desk/desk.ts';
import type { Edit } from '../../src/desk/outcome.ts';
import type { Judge, Sound } from '../../src/desk/present.ts';
import type { Desk } from '../../src/desk/surface.ts';
import { messagesFor } from '../../src/discord/render/render.ts';
import type { Place } from '../../src/ledger/open.ts';
import { hasSome } from '../../src/story/model.ts';
import { read } from '../../src/story/read.ts';
import { check } from '../../src/story/rules/check.ts';
import { houseRules } from '../../src/story/rules/rules.ts';
import type { Written } from '../../src/story/schema.ts';
import { english } from '../../src/story/search/english.ts';
import { index } from '../../src/story/search/index.ts';

const language = english();

/** The judge of the whole bot: everything is read, and every house rule asked. */
export const judge: Judge = {
  understand: (written, before) => {
    const outcome = read(written);
    return 'story' in outcome ? { index: index(outcome.story, language, before) } : outcome;
  },
  check: (ready) => check(ready, houseRules(messagesFor)),
};

/** A book made ready. */
export const sound = (written: Written): Sound => {
  const understood = judge.understand(written, undefined);
  if ('problems' in understood) throw new Error(JSON.stringify(understood.problems));
  return { written, index: understood.index };
};

/** The lighthouse's story as its files have it. */
export const lighthouse: Written = writtenIn(await textsIn('test/stories/lighthouse/knowledge'));

export const home = '700000000000000009';
export const rights = { homes: [home], roles: [] };

const MANAGE_GUILD = 1n << 5n;

/** Somebody whom the desk lets in. */
export const moderator = (name: string): Moderator =>
  authorize(rights, { id: `id-of-${name}`, name, permissions: MANAGE_GUILD, roles: [], guild: home });

export const ann = moderator('Ann');
export const ben = moderator('Ben');

/** A desk over the lighthouse's story, closed when the test is over. */
export const deskAt = async (place: Place, settings: Partial<Settings> = {}): Promise<Desk> => {
  const desk = await openDesk({
    place,
    book: sound(lighthouse),
    judge,
    rights,
    reviewers: 1,
    report: (error) => {
      throw error;
    },
    ...settings,
  });
  onTestFinished(() => desk.close());
  return desk;
};

/** An edit of a fact as its editor sees it now. */
export const edit = (desk: Desk, id: string, more: object): [Edit] => {
  const seen = desk.entry('fact', id);
  if (seen === undefined) throw new Error(`There is no fact ${id}`);
  return [{ entry: 'fact', id, after: { ...seen.value, ...more }, seen: seen.stamp }];
};

/** What one says without a doubt: a word more in the text, that breaks no rule. */
export const reworded = (desk: Desk, id: string, text: string): [Edit] => edit(desk, id, { text });

export const some = <T>(list: readonly T[]) => {
  if (!hasSome(list)) throw new Error('There is nothing in it');
  return list;
};

/** Until something is so; or for so long. */
export const until = async (isSo: () => boolean, most = 3000): Promise<number> => {
  const start = performance.now();
  while (!isSo()) {
    if (performance.now() - start > most) throw new Error('It did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - start;
};
