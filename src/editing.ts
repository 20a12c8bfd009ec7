import { checked } from './checked.ts';
import type { Rights } from './desk/authorize.ts';
import { openDesk } from './desk/desk.ts';
import type { Judge, Sound } from './desk/present.ts';
import type { House } from './discord/house.ts';
import { indexed } from './indexed.ts';
import type { CheckLinks } from './links/check-links.ts';
import { read } from './story/read.ts';

/** Where what moderators change is kept, and how they work. */
export type Keeping = {
  readonly folder: string;
  /** The address of a PostgreSQL server; the folder holds the ledger where there is none. */
  readonly url?: string | undefined;
  readonly reviewers: 0 | 1;
  readonly now: () => Date;
  /** Looks where the addresses of sources lead; nothing where the world is not to be reached. */
  readonly checkLinks?: CheckLinks;
};

export type Editable = Keeping & {
  readonly rights: Rights;
  readonly channel: string | undefined;
};

/** A house whose story is told by a desk. */
export type Edited<H> = {
  readonly house: H;
  /** The book was changed: what moderators changed is laid over it anew. */
  readonly take: (book: Sound) => Promise<void>;
  /** Why nothing can be changed just now; nothing where it can. */
  readonly obstacle: () => string | undefined;
  readonly close: () => Promise<void>;
};

/** Opens the desk over a story: the house answers from then on with the ledger laid over the book. */
export const openEditing = async <H extends Omit<House, 'observe'>>(
  house: H,
  book: Sound,
  { folder, url, reviewers, now, checkLinks, rights, channel }: Editable,
): Promise<Edited<H>> => {
  const desk = await openDesk({
    place: { folder, url, now },
    book,
    judge,
    report: (error) => void house.report(error, []),
    rights,
    reviewers,
  });
  return {
    house: {
      ...house,
      index: () => desk.present().index,
      editing: { desk, reviewers, channel, now, checkLinks },
    },
    take: async (sound) => void (await desk.take(sound)),
    obstacle: desk.obstacle,
    close: desk.close,
  };
};

/** A house in which nobody may change anything. */
export const unedited = <H>(house: H): Edited<H> => ({
  house,
  take: async () => {},
  obstacle: () => undefined,
  close: async () => {},
});

/** A correction is judged as the book is at start: read by the same reader, held to the same rules. */
export const judge: Judge = {
  understand: async (written, before) => {
    const outcome = read(written);
    return 'problems' in outcome ? outcome : { index: await indexed(outcome.story, before) };
  },
  check: checked,
};
