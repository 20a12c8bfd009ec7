import type { Furnished as Whole } from '../../src/bot.ts';
import { openHouse } from '../../src/bot.ts';

/** A story and its commands, without anybody who watches. */
export type Furnished = Omit<Whole, 'observe' | 'report' | 'follow' | 'book'> & Partial<Pick<Whole, 'book'>>;

/** Opens each story once, however many scripts are played in it. */
export const houses = (): ((story: string | undefined) => Promise<Furnished>) => {
  const open = new Map<string, Promise<Furnished>>();
  return (story) => {
    const folder = story === undefined ? '.' : `test/stories/${story}`;
    const already = open.get(folder) ?? furnish(folder);
    open.set(folder, already);
    return already;
  };
};

/** The house of the story in a folder, that nobody watches. */
export const furnish = (folder: string): Promise<Furnished> =>
  openHouse({
    knowledge: `${folder}/knowledge`,
    commands: `${folder}/commands`,
    version: '0.0.0',
    observe: () => {},
    report: () => '',
  });
