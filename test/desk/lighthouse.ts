import { onTestFinished } from 'vitest';
import type { Settings } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/surface.ts';
import type { Place } from '../../src/ledger/open.ts';
import { hasSome } from '../../src/story/model.ts';
import { openAt } from './story.ts';

export { judge } from '../../src/editing.ts';
export * from './story.ts';

/** A desk over the lighthouse's story, closed when the test is over. */
export const deskAt = async (place: Place, settings: Partial<Settings> = {}): Promise<Desk> => {
  const desk = await openAt(place, settings);
  onTestFinished(() => desk.close());
  return desk;
};

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
